package fwq.engine.changelog;

import fwq.common.park.RideState;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.SaidWordJson;
import fwq.common.talk.visit.SignJson;
import fwq.engine.changelog.OfficeEntry.Desk;
import fwq.engine.changelog.OfficeEntry.GateWord;
import fwq.engine.changelog.OfficeEntry.Stop;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What operators said, in the topic {@code Park}. */
public final class OfficeCodec {
  private OfficeCodec() {}

  /** What the engine notes. */
  public static byte[] write(OfficeEntry entry) {
    return JsonText.object(
        json -> {
          json.writeStringProperty("type", "office");
          entry.capacity().ifPresent(guests -> json.writeNumberProperty("capacity", guests));
          entry
              .gate()
              .ifPresent(
                  gate -> {
                    json.writeBooleanProperty("open", gate.open());
                    gate.reason().ifPresent(why -> json.writeStringProperty("reason", why));
                  });
          SignJson.write(json, entry.name(), entry.zone(), entry.hours());
          writeStops(json, entry.stops());
          writeDesks(json, entry.desks());
          SaidWordJson.write(json, entry.words());
        });
  }

  private static void writeStops(JsonGenerator json, List<Stop> stops) {
    json.writeArrayPropertyStart("stops");
    for (Stop stop : stops) {
      json.writeStartObject();
      json.writeNumberProperty("ride", stop.ride());
      json.writeStringProperty("cause", stop.cause().name());
      json.writeStringProperty("state", stop.state().name());
      stop.reason().ifPresent(why -> json.writeStringProperty("reason", why));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeDesks(JsonGenerator json, List<Desk> desks) {
    json.writeArrayPropertyStart("desks");
    for (Desk desk : desks) {
      json.writeStartObject();
      json.writeStringProperty("by", desk.by());
      json.writeNumberProperty("issuedAt", desk.issuedAt());
      json.writeNumberProperty("at", desk.at());
      json.writeNumberProperty("heardAt", desk.heardAt());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What the engine notes. */
  public static OfficeEntry read(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "office" ->
                  new OfficeEntry(
                      in.optionalNumber("capacity"),
                      gate(in),
                      in.optionalText("name"),
                      SignJson.zone(in),
                      SignJson.hours(in),
                      stops(in),
                      desks(in),
                      SaidWordJson.read(in));
              default -> throw JsonText.unknownType(type, "office");
            });
  }

  private static Optional<GateWord> gate(Fields in) throws BadMessageException {
    Optional<String> reason = in.optionalText("reason");
    return in.node().hasNonNull("open")
        ? Optional.of(new GateWord(in.optionalFlag("open"), reason))
        : Optional.empty();
  }

  private static List<Stop> stops(Fields in) throws BadMessageException {
    List<Stop> stops = new ArrayList<>();
    for (JsonNode node : in.array("stops")) {
      Fields stop = Fields.of(node);
      stops.add(
          new Stop(
              stop.number("ride"),
              stop.constant("cause", Cause.class),
              stop.constant("state", RideState.class),
              stop.optionalText("reason")));
    }
    return stops;
  }

  private static List<Desk> desks(Fields in) throws BadMessageException {
    List<Desk> desks = new ArrayList<>();
    for (JsonNode node : in.array("desks")) {
      Fields desk = Fields.of(node);
      desks.add(
          new Desk(
              desk.text("by"),
              desk.longNumber("issuedAt"),
              desk.longNumber("at"),
              desk.longNumber("heardAt")));
    }
    return desks;
  }
}
