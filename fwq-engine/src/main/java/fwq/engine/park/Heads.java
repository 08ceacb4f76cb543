package fwq.engine.park;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import java.util.ArrayList;
import java.util.List;

/** How many guests stand in each cell. */
final class Heads {
  private final int[] counts = new int[Position.CELLS];
  private long version;

  /** One more is here. */
  void add(Position here) {
    counts[here.cell()]++;
    version++;
  }

  /** One fewer is here. */
  void remove(Position here) {
    counts[here.cell()]--;
    version++;
  }

  /** One goes from here to there. */
  void move(Position here, Position there) {
    counts[here.cell()]--;
    counts[there.cell()]++;
    version++;
  }

  /** Rises with every change. */
  long version() {
    return version;
  }

  /** The cells where someone is. */
  List<ParkMap.Headcount> cells() {
    List<ParkMap.Headcount> cells = new ArrayList<>();
    for (int cell = 0; cell < counts.length; cell++) {
      if (counts[cell] > 0) {
        cells.add(new ParkMap.Headcount(Position.ofCell(cell), counts[cell]));
      }
    }
    return cells;
  }
}
