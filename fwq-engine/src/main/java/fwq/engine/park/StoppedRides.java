package fwq.engine.park;

import fwq.common.park.Notice;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.OperatorWord.Running;
import fwq.engine.changelog.OfficeEntry.Stop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rides that do not run, and who stopped each: a person, the weather, or both. */
final class StoppedRides {
  /** All reasons together, so that a frame stays small. */
  static final int REASON_BYTES_MAX = 1_000;

  private final Map<Integer, Map<Cause, Stop>> stops = new TreeMap<>();

  /** Takes a word, or says no where there would be more to tell than fits into a frame. */
  boolean say(Running it) {
    Map<Cause, Stop> its = new TreeMap<>(stops.getOrDefault(it.ride(), Map.of()));
    if (it.state() == RideState.OPEN) {
      its.remove(it.cause());
    } else {
      its.put(it.cause(), new Stop(it.ride(), it.cause(), it.state(), it.reason()));
    }
    Map<Cause, Stop> before = its.isEmpty() ? stops.remove(it.ride()) : stops.put(it.ride(), its);
    if (stops.size() <= Ride.RIDES_MAX && reasonBytes() <= REASON_BYTES_MAX) {
      return true;
    }
    if (before == null) {
      stops.remove(it.ride());
    } else {
      stops.put(it.ride(), before);
    }
    return false;
  }

  private int reasonBytes() {
    return entries().stream().flatMap(stop -> stop.reason().stream()).mapToInt(Notice::bytes).sum();
  }

  /** The rides as guests see them. A person's word stands before the weather's. */
  List<RideStatus> applyTo(List<RideStatus> rides, boolean isParkOpen) {
    if (isParkOpen && stops.isEmpty()) {
      return rides;
    }
    return rides.stream().map(ride -> apply(ride, isParkOpen)).toList();
  }

  private RideStatus apply(RideStatus ride, boolean isParkOpen) {
    Map<Cause, Stop> its = stops.getOrDefault(ride.ride().id(), Map.of());
    if (!its.isEmpty()) {
      Stop first = its.values().iterator().next();
      return ride.stopped(isParkOpen ? first.state() : RideState.CLOSED, first.reason());
    }
    return isParkOpen ? ride : ride.stopped(RideState.CLOSED, Optional.empty());
  }

  List<Stop> entries() {
    List<Stop> all = new ArrayList<>();
    stops.values().forEach(its -> all.addAll(its.values()));
    return all;
  }

  void restore(Collection<Stop> entries) {
    entries.forEach(
        it -> stops.computeIfAbsent(it.ride(), _ -> new TreeMap<>()).put(it.cause(), it));
  }
}
