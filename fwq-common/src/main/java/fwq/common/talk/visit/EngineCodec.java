package fwq.common.talk.visit;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.ShownName;
import fwq.common.talk.RidesJson;
import fwq.common.talk.operate.SaidWordJson;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.Rejection;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EngineMessage.Words;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Records of the topic {@code Engine}. */
public final class EngineCodec {
  private EngineCodec() {}

  /** What the engine says. */
  public static byte[] write(EngineMessage message) {
    return JsonText.object(
        json -> {
          switch (message) {
            case MapFrame it -> writeFrame(json, it);
            case ToGuest it -> writeAnswer(json, it);
            case Words it -> {
              json.writeStringProperty("type", "words");
              json.writeNumberProperty("park", it.park());
              json.writeNumberProperty("epoch", it.epoch());
              SaidWordJson.write(json, it.words());
            }
          }
        });
  }

  private static void writeAnswer(JsonGenerator json, ToGuest told) {
    String type =
        switch (told.answer()) {
          case Admitted _ -> "admitted";
          case Refused _ -> "refused";
          case Rejected _ -> "rejected";
          case Gone _ -> "gone";
        };
    json.writeStringProperty("type", type);
    json.writeNumberProperty("epoch", told.epoch());
    json.writeNumberProperty("session", told.answer().session());
    switch (told.answer()) {
      case Admitted it -> json.writeNumberProperty("position", it.position().cell());
      case Refused it -> json.writeStringProperty("reason", it.reason().name());
      case Rejected it -> {
        json.writeStringProperty("reason", it.reason().name());
        json.writeNumberProperty("position", it.position().cell());
      }
      case Gone it -> json.writeStringProperty("reason", it.reason().name());
    }
  }

  /** What the engine says. */
  public static EngineMessage read(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "map" -> readFrame(in);
              case "admitted", "refused", "rejected", "gone" ->
                  new ToGuest(in.longNumber("epoch"), readAnswer(type, in));
              case "words" ->
                  new Words(in.number("park"), in.longNumber("epoch"), SaidWordJson.read(in));
              default ->
                  throw JsonText.unknownType(
                      type, "map, admitted, refused, rejected, gone or words");
            });
  }

  private static Answer readAnswer(String type, Fields in) throws BadMessageException {
    long session = in.longNumber("session");
    return switch (type) {
      case "admitted" -> new Admitted(session, Position.ofCell(in.number("position")));
      case "refused" -> new Refused(session, in.constant("reason", Refusal.class));
      case "rejected" ->
          new Rejected(
              session,
              in.constant("reason", Rejection.class),
              Position.ofCell(in.number("position")));
      default -> new Gone(session, in.constant("reason", Departure.class));
    };
  }

  private static void writeFrame(JsonGenerator json, MapFrame frame) {
    json.writeStringProperty("type", "map");
    json.writeNumberProperty("park", frame.park());
    json.writeNumberProperty("epoch", frame.epoch());
    json.writeNumberProperty("seq", frame.seq());
    json.writeNumberProperty("offset", frame.offset());
    json.writeNumberProperty("at", frame.at());
    json.writeNumberProperty("inside", frame.map().inside());
    json.writeNumberProperty("capacity", frame.map().capacity());
    SignJson.write(json, frame.map().sign());
    RidesJson.write(json, frame.map().rides());
    json.writeArrayPropertyStart("cells");
    for (ParkMap.Headcount cell : frame.map().cells()) {
      json.writeStartArray();
      json.writeNumber(cell.position().cell());
      json.writeNumber(cell.count());
      json.writeEndArray();
    }
    json.writeEndArray();
    if (frame.map().inside() <= ParkMap.NAMES_MAX || !frame.map().visitors().isEmpty()) {
      writeVisitors(json, frame.map().visitors());
    }
    frame.map().carts().ifPresent(carts -> CartsJson.write(json, carts));
  }

  private static void writeVisitors(JsonGenerator json, List<ParkMap.Whereabouts> visitors) {
    json.writeArrayPropertyStart("visitors");
    for (ParkMap.Whereabouts visitor : visitors) {
      json.writeStartArray();
      json.writeString(visitor.name());
      json.writeNumber(visitor.position().cell());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static MapFrame readFrame(Fields in) throws BadMessageException {
    List<ParkMap.Headcount> cells = new ArrayList<>();
    for (JsonNode pair : in.array("cells")) {
      cells.add(
          new ParkMap.Headcount(
              Position.ofCell(Fields.whole(pair.path(0), "cells")),
              Fields.whole(pair.path(1), "cells")));
    }
    return new MapFrame(
        in.number("park"),
        in.longNumber("epoch"),
        in.longNumber("seq"),
        in.longNumber("offset"),
        in.longNumber("at"),
        new ParkMap(
            in.number("inside"),
            in.number("capacity"),
            RidesJson.read(in),
            cells,
            readVisitors(in),
            CartsJson.read(in),
            SignJson.read(in)));
  }

  private static List<ParkMap.Whereabouts> readVisitors(Fields in) throws BadMessageException {
    List<ParkMap.Whereabouts> visitors = new ArrayList<>();
    Optional<JsonNode> pairs = in.optionalArray("visitors");
    if (pairs.isEmpty()) {
      return visitors;
    }
    for (JsonNode pair : pairs.get()) {
      JsonNode name = pair.path(0);
      if (!name.isString()
          || name.stringValue().isEmpty()
          || !ShownName.isValid(name.stringValue())) {
        throw new BadMessageException("field 'visitors' must be a list of [name, position]");
      }
      visitors.add(
          new ParkMap.Whereabouts(
              name.stringValue(), Position.ofCell(Fields.whole(pair.path(1), "visitors"))));
    }
    return visitors;
  }
}
