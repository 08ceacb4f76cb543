package fwq.common.talk.visit;

import fwq.common.park.FoodCarts;
import fwq.common.park.RideStatus;
import fwq.common.talk.audit.AuditJson;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** Frames for operators' scripts: what there is to count, and nobody's name or place. */
public final class FrameJson {
  private FrameJson() {}

  /**
   * One line, without its end, such as {@code
   * {"time":"2026-11-21T04:31:52.123Z","park":0,"epoch":3,"seq":17,"offset":512,"inside":57,
   * "capacity":1000,"rides":[{"id":0,"key":"carousel","name":"Carousel","state":"OPEN","wait":25,
   * "queue":50}],"carts":[{"plate":"PARK-01","position":42,"stock":17}],"fugitives":
   * [{"position":200,"count":3}]}}. A ride that is not open has neither wait nor queue; carts and
   * fugitives are missing where they are not known. The time is the engine's.
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
              frame.map().carts().ifPresent(carts -> write(json, carts));
            });
    return new String(line, StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator json, FoodCarts all) {
    json.writeArrayPropertyStart("carts");
    for (FoodCarts.CartSpot cart : all.carts()) {
      json.writeStartObject();
      json.writeStringProperty("plate", cart.plate().text());
      json.writeNumberProperty("position", cart.position().cell());
      json.writeNumberProperty("stock", cart.stock());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("fugitives");
    for (FoodCarts.Fugitive it : all.fugitives()) {
      json.writeStartObject();
      json.writeNumberProperty("position", it.position().cell());
      json.writeNumberProperty("count", it.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
