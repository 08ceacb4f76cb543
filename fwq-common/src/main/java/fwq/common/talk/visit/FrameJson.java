package fwq.common.talk.visit;

import fwq.common.park.RideStatus;
import fwq.common.talk.audit.AuditJson;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Frames for operators' scripts: what there is to count, and nobody's name or place. */
public final class FrameJson {
  private FrameJson() {}

  /**
   * One line, without its end, such as {@code
   * {"time":"2026-11-21T04:31:52.123Z","park":0,"epoch":3,"seq":17,"offset":512,"inside":57,
   * "capacity":1000,"rides":[{"id":0,"key":"carousel","name":"Carousel","state":"OPEN","wait":25,
   * "queue":50}]}}. A ride that is not open has neither wait nor queue. The time is the engine's.
   */
  public static String line(MapFrame frame) {
    byte[] line =
        JsonText.object(
            json -> {
              json.writeStringProperty("time", AuditJson.time(Instant.ofEpochMilli(frame.at())));
              json.writeNumberProperty("park", frame.park());
              json.writeNumberProperty("epoch", frame.epoch());
              json.writeNumberProperty("seq", frame.seq());
              json.writeNumberProperty("offset", frame.offset());
              json.writeNumberProperty("inside", frame.map().inside());
              json.writeNumberProperty("capacity", frame.map().capacity());
              json.writeArrayPropertyStart("rides");
              for (RideStatus ride : frame.map().rides()) {
                json.writeStartObject();
                json.writeNumberProperty("id", ride.ride().id());
                json.writeStringProperty("key", ride.ride().key());
                json.writeStringProperty("name", ride.ride().name());
                json.writeStringProperty("state", ride.state().name());
                ride.waitMinutes().ifPresent(wait -> json.writeNumberProperty("wait", wait));
                ride.queue().ifPresent(queue -> json.writeNumberProperty("queue", queue));
                json.writeEndObject();
              }
              json.writeEndArray();
            });
    return new String(line, StandardCharsets.UTF_8);
  }
}
