package fwq.common.talk.guild;

import fwq.common.park.ParkZone;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.JsonText;

/** What is on the topic {@code Carts}, as records' values. */
public final class CartCodec {
  private CartCodec() {}

  /** What a cart says. */
  public static byte[] write(CartWord word) {
    return JsonText.object(
        json -> {
          switch (word) {
            case CartWord.Place it -> {
              json.writeStringProperty("type", "cart");
              json.writeStringProperty("plate", it.plate().text());
              json.writeNumberProperty("at", it.at());
              json.writeNumberProperty("position", it.position().cell());
              json.writeNumberProperty("stock", it.stock());
            }
            case CartWord.Sale it -> {
              json.writeStringProperty("type", "sale");
              json.writeStringProperty("plate", it.plate().text());
              json.writeNumberProperty("at", it.at());
              json.writeStringProperty("client", it.client());
              json.writeNumberProperty("quantity", it.quantity());
              json.writeNumberProperty("stock", it.stock());
              json.writeNumberProperty("position", it.position().cell());
            }
          }
        });
  }

  /** What a cart says. */
  public static CartWord readWord(byte[] bytes) throws BadMessageException {
    CartWord plain = PlainCartWord.read(bytes);
    return plain == null ? readAnyWord(bytes) : plain;
  }

  /** The same, in general. */
  static CartWord readAnyWord(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "cart" ->
                  new CartWord.Place(
                      Plate.of(in.text("plate")),
                      in.longNumber("at"),
                      Position.ofCell(in.number("position")),
                      in.number("stock"));
              case "sale" ->
                  new CartWord.Sale(
                      Plate.of(in.text("plate")),
                      in.longNumber("at"),
                      in.text("client"),
                      in.number("quantity"),
                      in.number("stock"),
                      Position.ofCell(in.number("position")));
              default -> throw JsonText.unknownType(type, "cart or sale");
            });
  }

  /** What anybody reports. */
  public static byte[] write(Report report) {
    return JsonText.object(
        json -> {
          json.writeStringProperty("type", "report");
          json.writeNumberProperty("position", report.position().cell());
        });
  }

  /** What anybody reports. */
  public static Report readReport(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "report" -> new Report(Position.ofCell(in.number("position")));
              default -> throw JsonText.unknownType(type, "report");
            });
  }

  /** The guild's word that time passes: in a header, since its record is empty. */
  public static byte[] write(Tick tick) {
    return JsonText.object(
        json -> {
          json.writeStringProperty("type", "tick");
          json.writeStringProperty("guild", tick.guild());
          tick.since().ifPresent(since -> json.writeNumberProperty("since", since));
          tick.zone().ifPresent(zone -> json.writeStringProperty("zone", zone.getId()));
        });
  }

  /** The guild's word that time passes. */
  public static Tick readTick(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "tick" ->
                  new Tick(
                      in.text("guild"),
                      in.optionalLong("since"),
                      in.optionalText("zone").map(ParkZone::parse));
              default -> throw JsonText.unknownType(type, "tick");
            });
  }
}
