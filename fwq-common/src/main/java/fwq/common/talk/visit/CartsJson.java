package fwq.common.talk.visit;

import fwq.common.park.FoodCarts;
import fwq.common.park.FoodCarts.CartSpot;
import fwq.common.park.FoodCarts.Fugitive;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Carts in a frame: {@code "carts":[["PARK-01",42,17],…],"fugitives":[[200,3],…]}, plate, position
 * and stock, position and count. Both are absent where nobody knows.
 */
final class CartsJson {
  private static final String CARTS = "carts";
  private static final String FUGITIVES = "fugitives";

  private CartsJson() {}

  static void write(JsonGenerator json, FoodCarts all) {
    json.writeArrayPropertyStart(CARTS);
    for (CartSpot cart : all.carts()) {
      json.writeStartArray();
      json.writeString(cart.plate().text());
      json.writeNumber(cart.position().cell());
      json.writeNumber(cart.stock());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart(FUGITIVES);
    for (Fugitive fugitive : all.fugitives()) {
      json.writeStartArray();
      json.writeNumber(fugitive.position().cell());
      json.writeNumber(fugitive.count());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  static Optional<FoodCarts> read(Fields in) throws BadMessageException {
    Optional<JsonNode> carts = in.optionalArray(CARTS);
    Optional<JsonNode> fugitives = in.optionalArray(FUGITIVES);
    if (carts.isEmpty()) {
      return Optional.empty();
    }
    List<CartSpot> spots = new ArrayList<>();
    for (JsonNode it : carts.get()) {
      if (!it.path(0).isString()) {
        throw new BadMessageException("field 'carts' must be a list of [plate, position, stock]");
      }
      spots.add(
          new CartSpot(
              new Plate(it.path(0).stringValue()),
              Position.ofCell(Fields.whole(it.path(1), CARTS)),
              Fields.whole(it.path(2), CARTS)));
    }
    List<Fugitive> seen = new ArrayList<>();
    if (fugitives.isPresent()) {
      for (JsonNode it : fugitives.get()) {
        seen.add(
            new Fugitive(
                Position.ofCell(Fields.whole(it.path(0), FUGITIVES)),
                Fields.whole(it.path(1), FUGITIVES)));
      }
    }
    return Optional.of(new FoodCarts(spots, seen));
  }
}
