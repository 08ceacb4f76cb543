package fwq.operator.watch;

import fwq.common.park.FoodCarts.CartSpot;
import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import fwq.guest.RideLabels;
import fwq.tui.CellMap;
import fwq.tui.CellMap.Block;
import fwq.tui.Ink;
import fwq.tui.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Draws a park's map as guests see it, with nobody's own place on it. Pure. */
final class RideMap {
  /** The sign of a food cart, as guests see it. */
  private static final String CART = "$";

  private RideMap() {}

  static void draw(CellMap cells, ParkMap map) {
    RideLabels labels = new RideLabels(map);
    List<Block> blocks = new ArrayList<>();
    for (RideStatus ride : map.rides()) {
      blocks.add(
          new Block(
              ride.ride().position().cell(),
              labels.letter(ride),
              RideLabels.brief(ride, cells.columns()),
              tone(ride),
              new Key.Thing(ride.ride().id())));
    }
    map.carts().ifPresent(it -> it.carts().forEach(cart -> blocks.add(block(cart))));
    Map<Integer, Integer> guests = new HashMap<>();
    map.cells().forEach(it -> guests.put(it.position().cell(), it.count()));
    Map<Integer, String> names = new HashMap<>();
    map.visitors().forEach(it -> names.putIfAbsent(it.position().cell(), it.name()));
    cells.draw(blocks, new CellMap.People(guests, names, OptionalInt.empty(), List.of()));
  }

  /** A food cart with what it has left. A click on it means nothing: {@code $} is no key here. */
  private static Block block(CartSpot cart) {
    return new Block(
        cart.position().cell(),
        CART,
        Integer.toString(cart.stock()),
        cart.hasSomething() ? Ink.Tone.GOOD : Ink.Tone.NONE,
        new Key.Typed(CART.charAt(0)));
  }

  static Ink.Tone tone(RideStatus ride) {
    return Ink.Tone.ofLevel(RideLabels.level(ride));
  }
}
