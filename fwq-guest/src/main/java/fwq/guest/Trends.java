package fwq.guest;

import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the waits of the last minutes lead, as far as this guest has seen. Moments are millis. */
public final class Trends {
  /** What is older says nothing about now. */
  static final long WINDOW_MILLIS = 180_000;

  /** A wait is sampled this often, so at most 36 times a ride. */
  static final long SAMPLE_MILLIS = 5_000;

  /** Less than this is chance. */
  static final int CHANGE_MINUTES = 2;

  private final Map<Integer, Deque<Sample>> samples = new HashMap<>();

  /** Where a wait leads. */
  public enum Trend {
    RISING,
    FALLING,
    STEADY
  }

  private record Sample(long at, int minutes) {}

  /** The guest sees this picture. A ride that has no wait begins anew. */
  public void saw(ParkMap map, long now) {
    samples.keySet().retainAll(map.rides().stream().map(it -> it.ride().id()).toList());
    for (RideStatus status : map.rides()) {
      if (status.waitMinutes().isEmpty()) {
        samples.remove(status.ride().id());
        continue;
      }
      Deque<Sample> seen = samples.computeIfAbsent(status.ride().id(), _ -> new ArrayDeque<>());
      if (seen.isEmpty() || now - seen.getLast().at() >= SAMPLE_MILLIS) {
        seen.add(new Sample(now, status.waitMinutes().getAsInt()));
      }
      seen.removeIf(sample -> now - sample.at() >= WINDOW_MILLIS || sample.at() > now);
    }
  }

  /** The waits of this ride that were sampled in the last minutes, oldest first. */
  public List<Integer> waits(RideStatus status) {
    return samples.getOrDefault(status.ride().id(), new ArrayDeque<>()).stream()
        .map(Sample::minutes)
        .toList();
  }

  public Trend of(RideStatus status) {
    Deque<Sample> seen = samples.get(status.ride().id());
    if (seen == null || seen.isEmpty() || status.waitMinutes().isEmpty()) {
      return Trend.STEADY;
    }
    int change = status.waitMinutes().getAsInt() - seen.getFirst().minutes();
    if (Math.abs(change) < CHANGE_MINUTES) {
      return Trend.STEADY;
    }
    return change > 0 ? Trend.RISING : Trend.FALLING;
  }
}
