package fwq.operator.watch;

import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import fwq.guest.RideLabels;
import fwq.tui.CellMap;
import fwq.tui.CellMap.Block;
import fwq.tui.Ink;
import fwq.tui.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Draws a park's map as guests see it, with nobody's own place on it. Pure. */
final class RideMap {
  private RideMap() {}

  static void draw(CellMap cells, ParkMap map) {
    RideLabels labels = new RideLabels(map);
    List<Block> rides =
        map.rides().stream()
            .map(
                ride ->
                    new Block(
                        ride.ride().position().cell(),
                        labels.letter(ride),
                        RideLabels.brief(ride, cells.columns()),
                        tone(ride),
                        new Key.Thing(ride.ride().id())))
            .toList();
    Map<Integer, Integer> guests = new HashMap<>();
    map.cells().forEach(it -> guests.put(it.position().cell(), it.count()));
    Map<Integer, String> names = new HashMap<>();
    map.visitors().forEach(it -> names.putIfAbsent(it.position().cell(), it.name()));
    cells.draw(rides, new CellMap.People(guests, names, OptionalInt.empty(), List.of()));
  }

  static Ink.Tone tone(RideStatus ride) {
    return Ink.Tone.ofLevel(RideLabels.level(ride));
  }
}
