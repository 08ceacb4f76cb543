package fwq.visitor.terminal;

import fwq.common.park.Direction;
import fwq.common.park.FoodCarts.CartSpot;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.guest.RideLabels;
import fwq.tui.Canvas;
import fwq.tui.CellMap;
import fwq.tui.CellMap.Block;
import fwq.tui.Ink;
import fwq.tui.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Draws the park's 20×20 cells, and what the signs on them mean. */
public final class MapView {
  /** Rows of the legend. */
  static final int LEGEND_ROWS = 4;

  /** The sign of a food cart. */
  static final String CART = "$";

  private MapView() {}

  /**
   * Draws the map.
   *
   * @param me where the guest at this terminal is, if inside
   * @param way the cells that the guest will walk over
   */
  public static void draw(
      CellMap cells, ParkMap map, Optional<Position> me, Collection<Position> way) {
    RideLabels labels = new RideLabels(map);
    List<Block> rides = new ArrayList<>();
    for (RideStatus status : map.rides()) {
      rides.add(
          new Block(
              status.ride().position().cell(),
              labels.letter(status),
              RideLabels.brief(status, cells.columns()),
              Ink.Tone.ofLevel(RideLabels.level(status)),
              new Key.Thing(status.ride().id())));
    }
    map.carts().ifPresent(carts -> carts.carts().forEach(cart -> rides.add(block(cart))));
    Map<Integer, String> names = new HashMap<>();
    map.visitors().forEach(it -> names.putIfAbsent(it.position().cell(), it.name()));
    cells.draw(
        rides,
        new CellMap.People(
            others(map, me),
            names,
            me.map(here -> OptionalInt.of(here.cell())).orElse(OptionalInt.empty()),
            way.stream().map(Position::cell).toList()));
  }

  /** A food cart; what it has left stands beside it, where there is room. */
  private static Block block(CartSpot cart) {
    return new Block(
        cart.position().cell(),
        CART,
        Integer.toString(cart.stock()),
        cart.hasSomething() ? Ink.Tone.GOOD : Ink.Tone.NONE,
        new Key.Typed('c'));
  }

  /**
   * How many guests besides this one stand in each cell. Names tell nothing here: others may be
   * shown as we are, and we perhaps not at all.
   */
  private static Map<Integer, Integer> others(ParkMap map, Optional<Position> me) {
    Map<Integer, Integer> others = new HashMap<>();
    map.cells().forEach(it -> others.put(it.position().cell(), it.count()));
    // Where we are in the picture: it may be a moment older than our last step.
    me.stream()
        .flatMap(
            here ->
                Stream.concat(Stream.of(here), Arrays.stream(Direction.values()).map(here::step)))
        .filter(there -> others.containsKey(there.cell()))
        .findFirst()
        .ifPresent(
            there -> others.compute(there.cell(), (_, count) -> count == 1 ? null : count - 1));
    return others;
  }

  static void drawLegend(Texts texts, Canvas canvas, int top, int left, int width) {
    int end = left + width;
    int at = canvas.put(top, left, end, "@", Ink.block(Ink.Tone.ME));
    at = canvas.put(top, at, end, " " + texts.of("legend.you") + "  ", Ink.PLAIN);
    at = canvas.put(top, at, end, "an", Ink.ground(Ink.Tone.OTHERS));
    at = canvas.put(top, at, end, " " + texts.of("legend.guest") + "  ", Ink.PLAIN);
    at = canvas.put(top, at, end, "3", Ink.ground(Ink.Tone.OTHERS));
    at = canvas.put(top, at, end, " " + texts.of("legend.guests") + "  ", Ink.PLAIN);
    at = canvas.put(top, at, end, "•", Ink.ground(Ink.Tone.WAY));
    canvas.put(top, at, end, " " + texts.of("legend.way"), Ink.PLAIN);
    at = canvas.put(top + 1, left, end, "A ", Ink.block(Ink.Tone.NONE));
    at = canvas.put(top + 1, at, end, " " + texts.of("legend.ride") + "  ", Ink.PLAIN);
    at = canvas.put(top + 1, at, end, "A²", Ink.block(Ink.Tone.NONE));
    canvas.put(top + 1, at, end, " " + texts.of("legend.crowded"), Ink.PLAIN);
    at = left;
    List<String> waits =
        List.of(
            "<" + RideLabels.FAIR_MINUTES,
            "<" + RideLabels.POOR_MINUTES,
            "<" + RideLabels.BAD_MINUTES,
            RideLabels.BAD_MINUTES + "+ min");
    for (int level = 0; level < waits.size(); level++) {
      Ink.Tone tone = Ink.Tone.ofLevel(level);
      at = canvas.put(top + 2, at, end, " " + tone.sign(), Ink.block(tone));
      at = canvas.put(top + 2, at, end, " " + waits.get(level) + "  ", Ink.text(tone));
    }
    canvas.put(top + 3, left, end, texts.of("legend.states"), Ink.text(Ink.Tone.NONE));
  }
}
