package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the guest wants to be told of: waits that fall below a number. One for each ride. */
final class Alerts {
  private final Map<Integer, Alert> byRide = new TreeMap<>();

  /**
   * To be told once.
   *
   * @param ride the ride's id
   * @param name the ride's name
   * @param below minutes; told when the wait is less
   */
  record Alert(int ride, String name, int below) {}

  void set(Alert alert) {
    byRide.put(alert.ride(), alert);
  }

  void remove(int ride) {
    byRide.remove(ride);
  }

  /** Those that wait, by the rides' ids. */
  Collection<Alert> waiting() {
    return List.copyOf(byRide.values());
  }

  /** The rides of this picture that the guest is to be told of now; each alert comes once. */
  List<RideStatus> due(ParkMap map) {
    List<RideStatus> due = map.rides().stream().filter(this::isDue).toList();
    due.forEach(status -> remove(status.ride().id()));
    return due;
  }

  private boolean isDue(RideStatus status) {
    return Optional.ofNullable(byRide.get(status.ride().id()))
        .filter(alert -> status.waitMinutes().orElse(Integer.MAX_VALUE) < alert.below())
        .isPresent();
  }
}
