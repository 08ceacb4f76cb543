package fwq.web.api;

import fwq.kit.json.JsonText;
import fwq.web.api.Entity.Attraction;
import fwq.web.api.Entity.Park;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The two documents of queue-times.com, for tools that read those; a wait unknown is null. */
final class QueueTimes {
  private QueueTimes() {}

  static byte[] parks(Catalogue all) {
    return JsonText.document(
        json -> {
          json.writeStartArray();
          json.writeStartObject();
          json.writeNumberProperty("id", 1);
          json.writeStringProperty("name", all.destination().name());
          Documents.list(
              json,
              "parks",
              all.parks(),
              park -> {
                json.writeNumberProperty("id", park.now().park());
                json.writeStringProperty("name", park.name());
                json.writeStringProperty("timezone", park.now().zone().getId());
              });
          json.writeEndObject();
          json.writeEndArray();
        });
  }

  static byte[] waits(Catalogue all, Park park) {
    return JsonText.object(
        json -> {
          json.writeArrayPropertyStart("lands");
          json.writeEndArray();
          Documents.list(json, "rides", all.rides(park), ride(json));
        });
  }

  private static Consumer<Attraction> ride(JsonGenerator json) {
    return ride -> {
      Status status = Status.of(ride.now(), ride.park().now());
      json.writeNumberProperty("id", ride.ride());
      json.writeStringProperty("name", ride.name());
      json.writeBooleanProperty("is_open", status.code().equals(Status.OPERATING));
      if (status.waitMinutes().isPresent()) {
        json.writeNumberProperty("wait_time", status.waitMinutes().getAsInt());
      } else {
        json.writeNullProperty("wait_time");
      }
      json.writeStringProperty(
          "last_updated", Times.at(status.changedAt(), ride.park().now().zone()));
    };
  }

  /** Their parks have numbers, as ours. */
  static Optional<Park> find(Catalogue all, String number) {
    return all.parks().stream()
        .filter(park -> Integer.toString(park.now().park()).equals(number))
        .findAny();
  }
}
