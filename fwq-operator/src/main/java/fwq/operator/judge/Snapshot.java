package fwq.operator.judge;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.operator.judge.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The true picture at one offset, kept small because there is one for each frame: at most 200 names
 * and 400 counts.
 */
final class Snapshot {
  private final int inside;
  private final int holds;
  private final boolean open;
  private final int[] heads;
  private final String[] names;
  private final short[] places;

  private Snapshot(Draft draft, int[] heads, String[] names, short[] places) {
    this.inside = draft.inside;
    this.holds = draft.holds;
    this.open = draft.open;
    this.heads = heads;
    this.names = names;
    this.places = places;
  }

  /** A picture in the making. */
  static final class Draft {
    private final int[] heads = new int[Position.CELLS];
    private final List<String> names = new ArrayList<>();
    private final List<Position> places = new ArrayList<>();
    private final int inside;
    private final int holds;
    private final boolean open;

    /** Of a park with so many inside, which holds so many now, and lets them in or not. */
    Draft(int inside, int holds, boolean open) {
      this.inside = inside;
      this.holds = holds;
      this.open = open;
    }

    /** A guest, and what the guest is shown as: nothing for those who are not to be named. */
    void add(String shownAs, Position position) {
      heads[position.cell()]++;
      if (inside <= ParkMap.NAMES_MAX && !shownAs.isEmpty()) {
        names.add(shownAs);
        places.add(position);
      }
    }

    Snapshot finish() {
      short[] cells = new short[places.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = (short) places.get(i).cell();
      }
      return new Snapshot(this, heads, names.toArray(String[]::new), cells);
    }
  }

  int inside() {
    return inside;
  }

  /**
   * A difference between a picture and the truth, without where it was found.
   *
   * @param name of the guest, as shown, or empty
   */
  record Difference(Kind kind, String name, String what) {}

  /** What is wrong with a picture in itself, whatever the truth is. */
  static List<Difference> contradictions(ParkMap map) {
    List<Difference> found = new ArrayList<>();
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
    int most = map.inside() <= ParkMap.NAMES_MAX ? map.inside() : 0;
    if (map.visitors().size() > most) {
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
    if (map.inside() > map.capacity() && inside <= holds) {
      found.add(
          new Difference(
              Kind.OVER_CAPACITY,
              "",
              map.inside() + " inside a park that holds " + map.capacity()));
    }
    if (map.capacity() != holds || map.sign().open() != open) {
      found.add(
          new Difference(
              Kind.CONTRADICTION,
              "",
              "the park holds %d and is %s, but this frame says %d and %s"
                  .formatted(holds, word(open), map.capacity(), word(map.sign().open()))));
    }
    if (inside <= ParkMap.NAMES_MAX && map.inside() <= ParkMap.NAMES_MAX) {
      compareNames(map, found);
    }
    if (found.isEmpty()) {
      compareCounts(map, found);
    }
    if (found.isEmpty()) {
      compareCells(map, found);
    }
    return found;
  }

  private static String word(boolean open) {
    return open ? "open" : "closed";
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

  /** Several guests may be shown under one name, so each name has a list of places. */
  private void compareNames(ParkMap map, List<Difference> found) {
    Map<String, List<Integer>> shown = new TreeMap<>();
    for (ParkMap.Whereabouts visitor : map.visitors()) {
      shown.computeIfAbsent(visitor.name(), _ -> new ArrayList<>()).add(visitor.position().cell());
    }
    Map<String, List<Integer>> walked = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      Integer there = (int) places[i];
      List<Integer> cells = shown.get(names[i]);
      if (cells == null || !cells.remove(there)) {
        walked.computeIfAbsent(names[i], _ -> new ArrayList<>()).add(there);
      }
    }
    walked.forEach(
        (name, cells) -> {
          for (Integer there : cells) {
            List<Integer> elsewhere = shown.getOrDefault(name, List.of());
            if (elsewhere.isEmpty()) {
              found.add(new Difference(Kind.LOST, name, "is inside and not on the map"));
            } else {
              found.add(
                  new Difference(
                      Kind.MISPLACED,
                      name,
                      "is shown at " + elsewhere.removeFirst() + ", but walked to " + there));
            }
          }
        });
    shown.forEach(
        (name, cells) ->
            cells.forEach(
                _ ->
                    found.add(new Difference(Kind.DOUBLED, name, "is on the map and not inside"))));
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
