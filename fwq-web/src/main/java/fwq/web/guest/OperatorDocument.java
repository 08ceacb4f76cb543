package fwq.web.guest;

import fwq.common.park.ParkSign;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.operate.OperatorWordJson;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.JsonText;
import fwq.web.park.ParkRoom;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;

/** What the operators' page shows of a park, but for what the public stream has. */
final class OperatorDocument {
  private OperatorDocument() {}

  static byte[] of(Login login, int park, ParkRoom room, boolean brokerThere, long nanos) {
    Optional<MapFrame> frame = room.live().last();
    return JsonText.object(
        json -> {
          json.writeStringProperty("alias", login.session().alias());
          json.writeNumberProperty("expiresAt", login.session().expiresAt());
          json.writeNumberProperty("park", park);
          frame.ifPresent(it -> park(json, it));
          health(json, room, brokerThere, nanos);
          json.writeArrayPropertyStart("words");
          room.words().forEach(said -> word(json, said));
          json.writeEndArray();
        });
  }

  private static void park(JsonGenerator json, MapFrame frame) {
    ParkSign sign = frame.map().sign();
    json.writeStringProperty("name", sign.name().orElse(null));
    json.writeStringProperty("zone", sign.zone().getId());
    json.writeBooleanProperty("open", sign.open());
    json.writeStringProperty("reason", sign.reason().orElse(null));
    OptionalLong change = sign.nextChange(frame.at());
    if (change.isPresent()) {
      json.writeNumberProperty("changesAt", change.getAsLong());
    }
    json.writeNumberProperty("inside", frame.map().inside());
    json.writeNumberProperty("capacity", frame.map().capacity());
    json.writeArrayPropertyStart("week");
    sign.hours().week().forEach(day -> json.writeString(day.toString()));
    json.writeEndArray();
    json.writeObjectPropertyStart("dates");
    sign.hours()
        .dates()
        .forEach((date, day) -> json.writeStringProperty(date.toString(), day.toString()));
    json.writeEndObject();
    json.writeArrayPropertyStart("rides");
    frame.map().rides().forEach(ride -> ride(json, ride));
    json.writeEndArray();
  }

  private static void ride(JsonGenerator json, RideStatus ride) {
    json.writeStartObject();
    json.writeNumberProperty("id", ride.ride().id());
    json.writeStringProperty("name", ride.ride().name());
    json.writeStringProperty("state", ride.state().name());
    json.writeStringProperty("reason", ride.reason().orElse(null));
    ride.waitMinutes().ifPresent(wait -> json.writeNumberProperty("wait", wait));
    ride.readAt().ifPresent(readAt -> json.writeNumberProperty("readAt", readAt));
    json.writeEndObject();
  }

  private static void health(JsonGenerator json, ParkRoom room, boolean brokerThere, long nanos) {
    Optional<MapFrame> frame = room.live().live(nanos);
    json.writeObjectPropertyStart("health");
    json.writeBooleanProperty("broker", brokerThere);
    json.writeBooleanProperty("engine", frame.isPresent());
    if (frame.isPresent()) {
      json.writeNumberProperty("frameAgeMs", room.live().ageMillis(nanos));
      json.writeNumberProperty(
          "ridesWithoutData",
          frame.get().map().rides().stream()
              .filter(ride -> ride.state() == RideState.NO_DATA)
              .count());
    }
    json.writeEndObject();
  }

  private static void word(JsonGenerator json, SaidWord said) {
    json.writeStartObject();
    json.writeNumberProperty("time", said.time());
    json.writeStringProperty("by", said.by());
    json.writeStringProperty("outcome", said.outcome().name());
    OperatorWordJson.write(json, said.word());
    json.writeEndObject();
  }
}
