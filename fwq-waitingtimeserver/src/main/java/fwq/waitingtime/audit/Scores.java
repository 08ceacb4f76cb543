package fwq.waitingtime.audit;

import fwq.waitingtime.truth.Estimate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The scores of each ride, and of all together. */
final class Scores implements Playback.Shown {
  private final Map<String, Score> rides = new TreeMap<>();
  private final Score all = new Score();

  @Override
  public void shown(Recorded.Guest guest, Estimate estimate) {
    rides.computeIfAbsent(guest.ride(), _ -> new Score()).add(estimate, guest.waited());
    all.add(estimate, guest.waited());
  }

  Score all() {
    return all;
  }

  /** A line for each ride that had guests, and the last for all. */
  Stream<String> lines(BiFunction<Score, String, String> line) {
    return Stream.concat(
        rides.entrySet().stream().map(ride -> line.apply(ride.getValue(), ride.getKey())),
        Stream.of(line.apply(all, "all")));
  }
}
