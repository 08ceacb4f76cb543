package fwq.common.talk;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Rides as both the waiting time server and the engine tell them. */
public final class RidesJson {
  private RidesJson() {}

  /** Writes the field {@code rides}. */
  public static void write(JsonGenerator json, List<RideStatus> rides) {
    json.writeArrayPropertyStart("rides");
    for (RideStatus status : rides) {
      json.writeStartObject();
      json.writeNumberProperty("id", status.ride().id());
      json.writeStringProperty("key", status.ride().key());
      json.writeStringProperty("name", status.ride().name());
      json.writeNumberProperty("position", status.ride().position().cell());
      json.writeNumberProperty("cycle", status.ride().cycleMinutes());
      json.writeNumberProperty("capacity", status.ride().capacity());
      status.queue().ifPresent(queue -> json.writeNumberProperty("queue", queue));
      status.waitMinutes().ifPresent(wait -> json.writeNumberProperty("wait", wait));
      json.writeStringProperty("state", status.state().name());
      status.readAt().ifPresent(readAt -> json.writeNumberProperty("readAt", readAt));
      status.reason().ifPresent(reason -> json.writeStringProperty("reason", reason));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Reads the field {@code rides}. */
  public static List<RideStatus> read(Fields in) throws BadMessageException {
    List<RideStatus> rides = new ArrayList<>();
    for (JsonNode node : in.array("rides")) {
      Fields ride = Fields.of(node);
      int id = ride.number("id");
      rides.add(
          new RideStatus(
              new Ride(
                  id,
                  // A server that is not ours may name its rides by id alone.
                  ride.optionalText("key").orElse("ride_" + id),
                  ride.text("name"),
                  Position.ofCell(ride.number("position")),
                  ride.number("cycle"),
                  ride.number("capacity")),
              ride.constant("state", RideState.class),
              ride.optionalNumber("queue"),
              ride.optionalNumber("wait"),
              ride.optionalLong("readAt"),
              ride.optionalText("reason")));
    }
    return rides;
  }
}
