package fwq.common.talk.trips;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What requests and replies about trips have in common, as JSON and back. */
public final class TripJson {
  private TripJson() {}

  /** Reads one element of a list. */
  @FunctionalInterface
  interface Element<T> {
    T read(Fields in) throws BadMessageException;
  }

  /** What is kept of a leg, as agencies keep it. */
  public static byte[] write(Map<Leg, AgencyReply.Booking> legs) {
    return JsonText.object(json -> writeBookings(json, legs));
  }

  /** What is kept of a leg, as agencies keep it. */
  public static Map<Leg, AgencyReply.Booking> readBookings(byte[] bytes)
      throws BadMessageException {
    Fields in = Fields.of(JsonText.parse(bytes));
    return JsonText.checked(() -> readBookings(in));
  }

  /** A refusal by itself, as it is kept. */
  public static byte[] write(Refusal why) {
    return JsonText.object(json -> writeWhy(json, why));
  }

  /** A refusal by itself, as it is kept. */
  public static Refusal readWhy(byte[] bytes) throws BadMessageException {
    Fields in = Fields.of(JsonText.parse(bytes));
    return JsonText.checked(() -> readWhy(in));
  }

  static void writeParts(JsonGenerator json, String name, List<Part> parts) {
    writeList(
        json,
        name,
        parts,
        (out, it) -> {
          out.writeNumberProperty("offer", it.offer());
          out.writeNumberProperty("quantity", it.quantity());
          out.writeNumberProperty("price", it.price());
        });
  }

  static List<Part> readParts(Fields in, String name) throws BadMessageException {
    return list(
        in,
        name,
        it -> new Part(it.longNumber("offer"), it.number("quantity"), it.number("price")));
  }

  static void writeLegs(JsonGenerator json, Map<Leg, List<Part>> legs) {
    writeList(
        json,
        "legs",
        List.copyOf(legs.entrySet()),
        (out, leg) -> {
          out.writeStringProperty("leg", leg.getKey().name());
          writeParts(out, "parts", leg.getValue());
        });
  }

  static Map<Leg, List<Part>> readLegs(Fields in) throws BadMessageException {
    return byLeg(in, it -> readParts(it, "parts"));
  }

  static void writeBookings(JsonGenerator json, Map<Leg, AgencyReply.Booking> legs) {
    writeList(
        json,
        "legs",
        List.copyOf(legs.entrySet()),
        (out, leg) -> {
          out.writeStringProperty("leg", leg.getKey().name());
          writeParts(out, "parts", leg.getValue().parts());
          ServiceJson.writeChoices(out, "choices", leg.getValue().choices());
        });
  }

  static Map<Leg, AgencyReply.Booking> readBookings(Fields in) throws BadMessageException {
    return byLeg(
        in,
        it ->
            new AgencyReply.Booking(
                readParts(it, "parts"), ServiceJson.readChoices(it, "choices")));
  }

  private static <T> Map<Leg, T> byLeg(Fields in, Element<T> element) throws BadMessageException {
    Map<Leg, T> legs = new EnumMap<>(Leg.class);
    for (JsonNode node : in.array("legs")) {
      Fields one = Fields.of(node);
      if (legs.put(one.constant("leg", Leg.class), element.read(one)) != null) {
        throw new BadMessageException("a leg is named once");
      }
    }
    return legs;
  }

  static void writeWhy(JsonGenerator json, Refusal why) {
    json.writeStringProperty("why", why.code());
    switch (why) {
      case Refusal.SoldOut it -> {
        json.writeNumberProperty("offer", it.offer());
        json.writeNumberProperty("left", it.left());
      }
      case Refusal.PriceChanged it -> {
        json.writeNumberProperty("offer", it.offer());
        json.writeNumberProperty("price", it.price());
      }
      case Refusal.Expired _, Refusal.Differs _, Refusal.Away _, Refusal.Cancelled _ -> {}
    }
  }

  static Refusal readWhy(Fields in) throws BadMessageException {
    String why = in.text("why");
    return switch (why) {
      case "SOLD_OUT" -> new Refusal.SoldOut(in.longNumber("offer"), in.number("left"));
      case "PRICE_CHANGED" -> new Refusal.PriceChanged(in.longNumber("offer"), in.number("price"));
      case "EXPIRED" -> new Refusal.Expired();
      case "DIFFERS" -> new Refusal.Differs();
      case "AWAY" -> new Refusal.Away();
      case "CANCELLED" -> new Refusal.Cancelled();
      default -> throw new BadMessageException("unknown why '" + Fields.shortened(why) + "'");
    };
  }

  static void write(JsonGenerator json, UUID trip) {
    json.writeStringProperty("trip", trip.toString());
  }

  static UUID readTrip(Fields in) throws BadMessageException {
    String text = in.text("trip");
    UUID trip = null;
    try {
      trip = UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      // Told below, with what Java reads but would not write.
    }
    if (trip == null || !trip.toString().equals(text)) {
      throw new BadMessageException(
          "field 'trip' must be a UUID, such as 3f2b8c1e-94d5-4f0a-8b6e-5f1c2d3e4a5b");
    }
    return trip;
  }

  static void write(JsonGenerator json, String name, OptionalInt number) {
    number.ifPresent(it -> json.writeNumberProperty(name, it));
  }

  static <T> void writeList(
      JsonGenerator json, String name, List<T> list, BiConsumer<JsonGenerator, T> element) {
    json.writeArrayPropertyStart(name);
    for (T one : list) {
      json.writeStartObject();
      element.accept(json, one);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** An object that may not be there. */
  static <T> Optional<T> optional(Fields in, String name, Element<T> element)
      throws BadMessageException {
    JsonNode node = in.node().get(name);
    return node == null || node.isNull()
        ? Optional.empty()
        : Optional.of(element.read(Fields.of(node)));
  }

  static <T> List<T> list(Fields in, String name, Element<T> element) throws BadMessageException {
    List<T> list = new ArrayList<>();
    for (JsonNode node : in.array(name)) {
      list.add(element.read(Fields.of(node)));
    }
    return list;
  }
}
