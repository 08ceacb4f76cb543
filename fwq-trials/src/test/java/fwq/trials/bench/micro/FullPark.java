package fwq.trials.bench.micro;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.common.park.RideTable;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import java.util.List;
import java.util.stream.IntStream;

/** A park with 125 guests in each of its cells, and all rides open. */
public final class FullPark {
  private static final int EACH = 125;
  private static final long NOW = 1_800_000_000_000L;

  private FullPark() {}

  /** Its picture. */
  public static ParkMap map() {
    List<ParkMap.Headcount> cells =
        IntStream.range(0, Position.CELLS)
            .mapToObj(cell -> new ParkMap.Headcount(Position.ofCell(cell), EACH))
            .toList();
    int guests = EACH * Position.CELLS;
    return new ParkMap(guests, guests, rides(), cells, List.of());
  }

  private static List<RideStatus> rides() {
    return RideTable.DEFAULT.stream().map(FullPark::open).toList();
  }

  private static RideStatus open(Ride ride) {
    return RideStatus.open(ride, 100 + ride.id(), 55 + ride.id(), NOW);
  }

  /** A frame of it. */
  static MapFrame frame() {
    return new MapFrame(0, NOW, 1_000_000, 100_000_000, NOW, map());
  }
}
