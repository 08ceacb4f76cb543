package fwq.operator.watch;

import fwq.common.park.FoodCarts;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.park.RideTable;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Frames to try things on. */
final class Samples {
  /** When all began: an epoch. */
  static final long T0 = 1_795_247_710_360L;

  private Samples() {}

  /** A frame with guests at the gate, an open carousel, and a roller coaster that is down. */
  static MapFrame frame(int park, long epoch, long seq, long at, int inside, int wait) {
    List<ParkMap.Headcount> cells =
        inside == 0 ? List.of() : List.of(new ParkMap.Headcount(Position.GATE, inside));
    ParkMap map =
        new ParkMap(
            inside,
            1_000,
            List.of(
                RideStatus.open(RideTable.DEFAULT.get(0), 2 * wait, wait, at),
                RideStatus.without(RideTable.DEFAULT.get(2), RideState.DOWN, OptionalLong.of(at))),
            cells,
            List.of());
    return new MapFrame(park, epoch, seq, 100 + seq, at, map);
  }

  /** A frame heard at once. */
  static Sighting sighting(int park, long epoch, long seq, long at, int inside, int wait) {
    return new Sighting(frame(park, epoch, seq, at, inside, wait), at);
  }

  /** The same frame with these food carts. */
  static Sighting with(Sighting sighting, FoodCarts carts) {
    MapFrame it = sighting.frame();
    return new Sighting(
        new MapFrame(
            it.park(),
            it.epoch(),
            it.seq(),
            it.offset(),
            it.at(),
            it.map().with(Optional.of(carts))),
        sighting.at());
  }

  /** News of so many parks. */
  static Mail mail(int parks, Map<Integer, Long> ends, Sighting... sightings) {
    return new Mail(parks, List.of(sightings), ends, Optional.empty());
  }
}
