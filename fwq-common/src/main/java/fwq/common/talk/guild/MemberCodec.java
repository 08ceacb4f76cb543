package fwq.common.talk.guild;

import fwq.common.park.Plate;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.JsonText;

/** What is on the topic {@code Members}, as records' values. */
public final class MemberCodec {
  private MemberCodec() {}

  /** What the guild says about members. */
  public static byte[] write(MemberWord word) {
    return JsonText.object(
        json -> {
          switch (word) {
            case MemberWord.Join it -> {
              json.writeStringProperty("type", "join");
              json.writeStringProperty("application", it.mark());
              json.writeStringProperty("person", it.person());
              json.writeStringProperty("name", it.name());
              json.writeStringProperty("surname", it.surname());
              json.writeStringProperty("plate", it.plate().text());
              json.writeBooleanProperty("premium", it.premium());
              json.writeNumberProperty("park", it.park());
              json.writeNumberProperty("restock", it.restock());
            }
            case MemberWord.Leave it -> {
              json.writeStringProperty("type", "leave");
              json.writeStringProperty("application", it.mark());
              json.writeStringProperty("plate", it.plate().text());
              json.writeBooleanProperty("expelled", it.expelled());
              json.writeStringProperty("reason", it.reason());
            }
          }
        });
  }

  /** What the guild says about members. */
  public static MemberWord read(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "join" ->
                  new MemberWord.Join(
                      in.text("application"),
                      in.text("person"),
                      in.text("name"),
                      in.text("surname"),
                      Plate.of(in.text("plate")),
                      in.optionalFlag("premium"),
                      in.number("park"),
                      in.number("restock"));
              case "leave" ->
                  new MemberWord.Leave(
                      in.text("application"),
                      Plate.of(in.text("plate")),
                      in.optionalFlag("expelled"),
                      in.text("reason"));
              default -> throw JsonText.unknownType(type, "join or leave");
            });
  }
}
