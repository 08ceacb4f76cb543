package fwq.common.talk.visit;

import fwq.common.park.Position;
import fwq.common.talk.SessionJson;
import fwq.common.talk.operate.OperatorWordJson;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.JsonText;
import java.util.Optional;

/** Records of the topic {@code Visitor}. */
public final class EventCodec {
  private EventCodec() {}

  /** What a guest or an operator says, or the registry about one. */
  public static byte[] write(ParkEvent event) {
    return JsonText.object(
        json -> {
          switch (event) {
            case VisitorEvent.Enter it -> {
              json.writeStringProperty("type", "enter");
              json.writeStringProperty("alias", it.alias());
              json.writeNumberProperty("at", it.at());
              json.writeNumberProperty("issuedAt", it.session().issuedAt());
              json.writeNumberProperty("expiresAt", it.session().expiresAt());
              SessionJson.writeShownAs(json, it.alias(), it.session().shownAs());
              SessionJson.writeRole(json, it.session().role());
            }
            case VisitorEvent.Move it -> {
              json.writeStringProperty("type", "move");
              json.writeStringProperty("alias", it.alias());
              json.writeNumberProperty("at", it.at());
              json.writeNumberProperty("to", it.to().cell());
            }
            case VisitorEvent.Here it -> {
              json.writeStringProperty("type", "here");
              json.writeStringProperty("alias", it.alias());
              json.writeNumberProperty("at", it.at());
            }
            case VisitorEvent.Leave it -> {
              json.writeStringProperty("type", "leave");
              json.writeStringProperty("alias", it.alias());
              json.writeNumberProperty("at", it.at());
            }
            case Ended it -> {
              json.writeStringProperty("type", "ended");
              SessionJson.write(json, it.last());
            }
            case Operate it -> {
              json.writeStringProperty("type", "operate");
              it.session().ifPresent(session -> SessionJson.write(json, session));
              json.writeNumberProperty("at", it.at());
              OperatorWordJson.write(json, it.word());
            }
          }
        });
  }

  /** What a guest or an operator says, or the registry about one. */
  public static ParkEvent read(byte[] bytes) throws BadMessageException {
    ParkEvent move = PlainMove.read(bytes);
    return move == null ? readAny(bytes) : move;
  }

  /** The same, in general. */
  static ParkEvent readAny(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "enter" -> new VisitorEvent.Enter(SessionJson.read(in), in.longNumber("at"));
              case "move" ->
                  new VisitorEvent.Move(
                      in.text("alias"), in.longNumber("at"), Position.ofCell(in.number("to")));
              case "here" -> new VisitorEvent.Here(in.text("alias"), in.longNumber("at"));
              case "leave" -> new VisitorEvent.Leave(in.text("alias"), in.longNumber("at"));
              case "ended" -> new Ended(SessionJson.read(in));
              case "operate" ->
                  new Operate(
                      in.optionalText("alias").isPresent()
                          ? Optional.of(SessionJson.read(in))
                          : Optional.empty(),
                      in.longNumber("at"),
                      OperatorWordJson.read(in));
              default ->
                  throw JsonText.unknownType(type, "enter, move, here, leave, ended or operate");
            });
  }
}
