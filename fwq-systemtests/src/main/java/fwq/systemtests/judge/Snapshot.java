package fwq.systemtests.judge;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.systemtests.judge.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The true picture at one offset, kept small because there is one for each frame: at most 200 names
 * and 400 counts.
 */
final class Snapshot {
  private final int inside;
  private final int[] heads;
  private final String[] names;
  private final short[] places;

  private Snapshot(int inside, int[] heads, String[] names, short[] places) {
    this.inside = inside;
    this.heads = heads;
    this.names = names;
    this.places = places;
  }

  /** A picture in the making. */
  static final class Draft {
    private final int[] heads = new int[Position.CELLS];
    private final String[] names;
    private final short[] places;
    private final int inside;
    private int added;

    Draft(int inside) {
      this.inside = inside;
      int named = inside <= ParkMap.NAMES_MAX ? inside : 0;
      names = new String[named];
      places = new short[named];
    }

    void add(String alias, Position position) {
      heads[position.cell()]++;
      if (names.length > 0) {
        names[added] = alias;
        places[added++] = (short) position.cell();
      }
    }

    Snapshot finish() {
      return new Snapshot(inside, heads, names, places);
    }
  }

  int inside() {
    return inside;
  }

  /** A difference between a picture and the truth, without where it was found. */
  record Difference(Kind kind, String alias, String what) {}

  /** What is wrong with a picture in itself, whatever the truth is. */
  static List<Difference> contradictions(ParkMap map) {
    List<Difference> found = new ArrayList<>();
    if (map.inside() > map.capacity()) {
      found.add(
          new Difference(
              Kind.OVER_CAPACITY,
              "",
              map.inside() + " inside a park that holds " + map.capacity()));
    }
    int sum = map.cells().stream().mapToInt(ParkMap.Headcount::count).sum();
    if (sum != map.inside()) {
      found.add(
          new Difference(
              Kind.CONTRADICTION, "", map.inside() + " inside, but its cells hold " + sum));
    }
    if (map.cells().stream().map(ParkMap.Headcount::position).distinct().count()
        != map.cells().size()) {
      found.add(new Difference(Kind.CONTRADICTION, "", "it counts a cell twice"));
    }
    Set<String> seen = new HashSet<>();
    for (ParkMap.Whereabouts visitor : map.visitors()) {
      if (!seen.add(visitor.alias())) {
        found.add(new Difference(Kind.DOUBLED, visitor.alias(), "is on the map twice"));
      }
    }
    int named = map.inside() <= ParkMap.NAMES_MAX ? map.inside() : 0;
    if (map.visitors().size() != named) {
      found.add(
          new Difference(
              Kind.CONTRADICTION,
              "",
              map.inside() + " inside, but " + map.visitors().size() + " names"));
    }
    return found;
  }

  /** How a picture differs from this one, which is true. */
  List<Difference> differences(ParkMap map) {
    List<Difference> found = new ArrayList<>();
    if (map.visitors().isEmpty() || names.length == 0) {
      compareCounts(map, found);
    } else {
      compareNames(map, found);
    }
    if (found.isEmpty()) {
      compareCells(map, found);
    }
    return found;
  }

  private void compareCounts(ParkMap map, List<Difference> found) {
    if (map.inside() != inside) {
      found.add(
          new Difference(
              map.inside() < inside ? Kind.LOST : Kind.DOUBLED,
              "",
              map.inside() + " inside, but the guests' records give " + inside));
    }
  }

  private void compareNames(ParkMap map, List<Difference> found) {
    Map<String, Position> shown = new HashMap<>();
    map.visitors().forEach(visitor -> shown.put(visitor.alias(), visitor.position()));
    for (int i = 0; i < names.length; i++) {
      Position there = shown.remove(names[i]);
      if (there == null) {
        found.add(new Difference(Kind.LOST, names[i], "is inside and not on the map"));
      } else if (there.cell() != places[i]) {
        found.add(
            new Difference(
                Kind.MISPLACED,
                names[i],
                "is shown at " + there.cell() + ", but walked to " + places[i]));
      }
    }
    for (String alias : shown.keySet()) {
      found.add(new Difference(Kind.DOUBLED, alias, "is on the map and not inside"));
    }
  }

  private void compareCells(ParkMap map, List<Difference> found) {
    int[] shown = new int[Position.CELLS];
    map.cells().forEach(cell -> shown[cell.position().cell()] += cell.count());
    for (int cell = 0; cell < shown.length; cell++) {
      if (shown[cell] != heads[cell]) {
        found.add(
            new Difference(
                Kind.MISPLACED,
                "",
                "cell %d shows %d guests, but %d walked there"
                    .formatted(cell, shown[cell], heads[cell])));
        // The guest who is not here is somewhere else: once is enough.
        return;
      }
    }
  }
}
