package fwq.web.event;

import fwq.common.park.FoodCarts;
import fwq.common.park.ParkMap;
import fwq.common.park.ParkSign;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * The events of a stream as text, each with its empty line. Codes, not sentences; fields are only
 * added while {@link #VERSION} stays.
 */
public final class Events {
  /** Of the events' form. */
  public static final int VERSION = 1;

  /** Says nothing but that the stream lives. */
  public static final String COMMENT = ":\n\n";

  private Events() {}

  /**
   * The first event of a stream.
   *
   * @param retryMillis after which a browser comes back; not the same for all
   * @param build of the pages: one that is of another loads itself anew
   * @param zone of the park's times, such as {@code Europe/Madrid}
   * @param at epoch milliseconds by this server's clock
   */
  public static String hello(long retryMillis, String build, int park, String zone, long at) {
    return "retry: "
        + retryMillis
        + "\n"
        + event(
            "hello",
            json -> {
              json.writeNumberProperty("v", VERSION);
              json.writeStringProperty("build", build);
              json.writeNumberProperty("park", park);
              json.writeStringProperty("zone", zone);
              json.writeNumberProperty("at", at);
            });
  }

  /**
   * The park.
   *
   * @param ageMillis of the picture, now
   */
  public static String frame(MapFrame frame, long ageMillis, Audience audience) {
    ParkMap map = frame.map();
    String event =
        event(
            "frame",
            json -> {
              json.writeNumberProperty("at", frame.at());
              json.writeNumberProperty("ageMs", ageMillis);
              sign(json, map.sign(), frame.at());
              json.writeNumberProperty("inside", map.inside());
              json.writeNumberProperty("capacity", map.capacity());
              json.writeArrayPropertyStart("rides");
              map.rides().forEach(ride -> ride(json, ride));
              json.writeEndArray();
              json.writeArrayPropertyStart("cells");
              map.cells().forEach(it -> pair(json, it.position().cell(), it.count()));
              json.writeEndArray();
              map.carts().ifPresent(known -> carts(json, known));
              if (audience == Audience.GUESTS) {
                visitors(json, map);
              }
            });
    return "id: " + frame.epoch() + "-" + frame.seq() + "\n" + event;
  }

  private static void sign(JsonGenerator json, ParkSign sign, long at) {
    json.writeBooleanProperty("open", sign.open());
    json.writeStringProperty("reason", sign.reason().orElse(null));
    sign.name().ifPresent(name -> json.writeStringProperty("name", name));
    json.writeStringProperty("zone", sign.zone().getId());
    OptionalLong change = sign.open() ? sign.closesNext(at) : sign.opensNext(at);
    if (change.isPresent()) {
      json.writeNumberProperty(sign.open() ? "closesAt" : "opensAt", change.getAsLong());
    }
  }

  /**
   * Food carts, and those that are nobody's. Where nobody knows of carts there are no such fields.
   */
  public static void carts(JsonGenerator json, FoodCarts known) {
    json.writeArrayPropertyStart("carts");
    for (FoodCarts.CartSpot cart : known.carts()) {
      json.writeStartObject();
      json.writeStringProperty("plate", cart.plate().text());
      json.writeNumberProperty("position", cart.position().cell());
      json.writeNumberProperty("stock", cart.stock());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("fugitives");
    known.fugitives().forEach(it -> pair(json, it.position().cell(), it.count()));
    json.writeEndArray();
  }

  private static void ride(JsonGenerator json, RideStatus status) {
    json.writeStartObject();
    json.writeNumberProperty("id", status.ride().id());
    json.writeStringProperty("name", status.ride().name());
    json.writeNumberProperty("position", status.ride().position().cell());
    json.writeStringProperty("state", status.state().name());
    number(json, "wait", status.waitMinutes());
    json.writeStringProperty("reason", status.reason().orElse(null));
    status.queue().ifPresent(queue -> json.writeNumberProperty("queue", queue));
    json.writeNumberProperty("cycle", status.ride().cycleMinutes());
    json.writeEndObject();
  }

  /** The guest's own state. */
  public static String me(Me me) {
    return event("me", json -> me(json, me));
  }

  /** The fields of the guest's own state. */
  public static void me(JsonGenerator json, Me me) {
    json.writeStringProperty("state", me.state().name());
    number(json, "position", cell(me.position()));
    number(json, "heading", me.heading());
    json.writeStringProperty("cart", me.cart().orElse(null));
    json.writeArrayPropertyStart("path");
    me.path().forEach(position -> json.writeNumber(position.cell()));
    json.writeEndArray();
    json.writeBooleanProperty("autopilot", me.autopilot());
    if (me.alert().isPresent()) {
      alert(json, me.alert().get());
    } else {
      json.writeNullProperty("alert");
    }
    json.writeStringProperty("reason", me.reason().orElse(null));
  }

  private static void alert(JsonGenerator json, Me.Alert alert) {
    json.writeObjectPropertyStart("alert");
    json.writeNumberProperty("ride", alert.ride());
    json.writeNumberProperty("below", alert.belowMinutes());
    if (alert.waitMinutes().isPresent()) {
      json.writeBooleanProperty("fired", true);
      json.writeNumberProperty("wait", alert.waitMinutes().getAsInt());
    }
    json.writeEndObject();
  }

  /**
   * Something is away, or back.
   *
   * @param since epoch milliseconds by this server's clock; nothing once it is back
   */
  public static String away(Away what, OptionalLong since) {
    return event(
        "away",
        json -> {
          json.writeStringProperty("what", what.name());
          if (since.isPresent()) {
            json.writeNumberProperty("since", since.getAsLong());
          } else {
            json.writeNullProperty("since");
          }
        });
  }

  /** The last event of a stream. */
  public static String end(End reason) {
    return event("end", json -> json.writeStringProperty("reason", reason.name()));
  }

  private static void visitors(JsonGenerator json, ParkMap map) {
    json.writeArrayPropertyStart("visitors");
    for (ParkMap.Whereabouts visitor : map.visitors()) {
      json.writeStartArray();
      json.writeString(visitor.name());
      json.writeNumber(visitor.position().cell());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static OptionalInt cell(Optional<Position> position) {
    return position.map(it -> OptionalInt.of(it.cell())).orElse(OptionalInt.empty());
  }

  private static void number(JsonGenerator json, String name, OptionalInt number) {
    if (number.isPresent()) {
      json.writeNumberProperty(name, number.getAsInt());
    } else {
      json.writeNullProperty(name);
    }
  }

  private static void pair(JsonGenerator json, int first, int second) {
    json.writeStartArray();
    json.writeNumber(first);
    json.writeNumber(second);
    json.writeEndArray();
  }

  private static String event(String name, Consumer<JsonGenerator> fields) {
    return "event: "
        + name
        + "\ndata: "
        + new String(JsonText.object(fields), StandardCharsets.UTF_8)
        + "\n\n";
  }
}
