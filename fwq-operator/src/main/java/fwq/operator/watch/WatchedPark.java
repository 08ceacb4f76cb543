package fwq.operator.watch;

import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.guest.Standstill;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What is known of one park. Pure: times are arguments, epoch milliseconds. */
final class WatchedPark {
  /** Without a newer frame for so long, the engine counts as away. */
  static final long AWAY_MILLIS = 3_000;

  /** Smaller epochs, such as 3, just count. */
  private static final long EPOCH_TIMES_BEGIN = 1_000_000_000_000L;

  private final int number;
  private final Series inside = new Series();
  private final Map<Integer, Series> waits = new HashMap<>();
  private Optional<Sighting> newest = Optional.empty();
  private OptionalLong lag = OptionalLong.empty();
  private final Standstill standstill = new Standstill();

  /** How a park stands. */
  enum State {
    /** Nothing was ever heard of it. */
    NEW,
    /** Its frames come. */
    LIVE,
    /** Its frames have stopped. */
    AWAY
  }

  WatchedPark(int number) {
    this.number = number;
  }

  /** Takes a frame, unless it is older than the newest or of an engine that lost the park. */
  void heard(Sighting sighting) {
    MapFrame frame = sighting.frame();
    if (newest.isPresent() && !isNewer(frame, newest.get().frame())) {
      return;
    }
    newest = Optional.of(sighting);
    standstill.shown(frame.offset(), sighting.at());
    inside.add(sighting.at(), frame.map().inside());
    waits
        .keySet()
        .retainAll(
            frame.map().rides().stream().map(it -> it.ride().id()).collect(Collectors.toSet()));
    for (RideStatus ride : frame.map().rides()) {
      Series its = waits.computeIfAbsent(ride.ride().id(), _ -> new Series());
      ride.waitMinutes().ifPresent(minutes -> its.add(sighting.at(), minutes));
    }
  }

  private static boolean isNewer(MapFrame frame, MapFrame other) {
    return frame.epoch() > other.epoch()
        || (frame.epoch() == other.epoch() && frame.seq() > other.seq());
  }

  /** Takes the offset after the last of the guests' records, if it is known. */
  void ended(OptionalLong end) {
    lag =
        newest.isPresent() && end.isPresent()
            // The frame may be a moment younger than the question for the end.
            ? OptionalLong.of(Math.max(0, end.getAsLong() - newest.get().frame().offset()))
            : OptionalLong.empty();
    if (lag.orElse(0) > 0) {
      standstill.taken(end.getAsLong() - 1, newest.get().at());
    }
  }

  /** For how long the park has not moved though its frames come; 0 while it does. */
  long standstillMillis(long now) {
    return state(now) == State.LIVE && lag.orElse(0) > 0 ? standstill.millis(now) : 0;
  }

  int number() {
    return number;
  }

  State state(long now) {
    return newest
        .map(it -> now - it.at() >= AWAY_MILLIS ? State.AWAY : State.LIVE)
        .orElse(State.NEW);
  }

  Optional<MapFrame> frame() {
    return newest.map(Sighting::frame);
  }

  /** Milliseconds since the newest frame was heard; 0 where there is none. */
  long frameAge(long now) {
    return newest.map(it -> Math.max(0, now - it.at())).orElse(0L);
  }

  /**
   * Milliseconds since the park changed hands, or nothing where the epoch is not a time, as that of
   * an engine that is not ours.
   */
  OptionalLong ownership(long now) {
    return newest
        .filter(it -> it.frame().epoch() >= EPOCH_TIMES_BEGIN)
        // Both times of a frame are its engine's, whose clock may differ from ours; an owner that
        // is
        // away holds nothing.
        .map(it -> it.frame().at() - it.frame().epoch() + (isLive(now) ? frameAge(now) : 0))
        .filter(it -> it >= 0)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  private boolean isLive(long now) {
    return state(now) == State.LIVE;
  }

  /** How many of the guests' records the newest frame does not include. */
  OptionalLong lag() {
    return lag;
  }

  Series inside() {
    return inside;
  }

  /** Minutes to wait for a ride. */
  Series waits(int ride) {
    return waits.getOrDefault(ride, new Series());
  }
}
