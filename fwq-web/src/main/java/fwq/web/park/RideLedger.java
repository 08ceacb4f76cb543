package fwq.web.park;

import fwq.common.park.ParkMap;
import fwq.common.park.ParkSign;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Since when each ride, and the park as a whole, is as it is. Moments are epoch milliseconds by the
 * engine's clock. For one thread.
 */
final class RideLedger {
  private Map<Integer, RideNow> rides = new HashMap<>();
  private int inside = -1;
  private int capacity;
  private ParkSign sign = ParkSign.OPEN;
  private long changedAt;

  /** The engine drew this picture then. */
  void saw(ParkMap map, long at) {
    if (map.inside() != inside || map.capacity() != capacity || !map.sign().equals(sign)) {
      sign = map.sign();
      inside = map.inside();
      capacity = map.capacity();
      changedAt = at;
    }
    Map<Integer, RideNow> now = new HashMap<>();
    for (RideStatus status : map.rides()) {
      RideNow before = rides.get(status.ride().id());
      now.put(status.ride().id(), next(before, status, at));
    }
    rides = now;
  }

  private static RideNow next(RideNow before, RideStatus status, long at) {
    OptionalLong unknownSince = OptionalLong.empty();
    if (status.state() == RideState.NO_DATA) {
      unknownSince =
          before != null && before.unknownSince().isPresent()
              ? before.unknownSince()
              : OptionalLong.of(at);
    }
    boolean same = before != null && looksLike(before.status(), status);
    return new RideNow(status, same ? before.changedAt() : at, unknownSince);
  }

  /** But for when it was read, which nobody is told. */
  private static boolean looksLike(RideStatus before, RideStatus now) {
    return before.ride().equals(now.ride())
        && before.state() == now.state()
        && before.waitMinutes().equals(now.waitMinutes())
        && before.queue().equals(now.queue());
  }

  /** When the number of guests or the capacity changed last. */
  long changedAt() {
    return changedAt;
  }

  /** All rides, in the engine's order. */
  List<RideNow> rides(ParkMap map) {
    return map.rides().stream().map(status -> rides.get(status.ride().id())).toList();
  }
}
