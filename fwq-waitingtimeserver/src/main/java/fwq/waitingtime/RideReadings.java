package fwq.waitingtime;

import fwq.common.park.Ride;
import java.util.Optional;
import java.util.Set;

/**
 * One ride's newest reading that is believed, and maybe a newer one that is kept back. Pure: time
 * is an argument.
 *
 * <p>A line does not grow or shrink at once by more than its ride takes in two hours: no recorded
 * day has that, while a broken counter, or whoever writes one record, does. Such a reading is kept
 * back until the ride's next one is like it, or until readings have not been believed for 10 s. If
 * the next one is as those before, what was kept back never counts.
 *
 * @param shown the newest that is believed
 * @param keptBack a newer one that is not yet
 * @param keptSince since when readings are kept back, by the steady clock; 0 where none is
 */
record RideReadings(
    Ride ride, Optional<HeardReading> shown, Optional<HeardReading> keptBack, long keptSince) {
  /** A larger change is believed once it is confirmed. */
  static final int JUMP_MINUTES_MAX = 120;

  /** After so long whatever is said is believed. */
  static final long KEPT_BACK_MILLIS_MAX = 10_000;

  /** Of a ride that was never heard, or of which this is stored. */
  static RideReadings of(Ride ride, Optional<HeardReading> stored) {
    return new RideReadings(ride, stored, Optional.empty(), 0);
  }

  /**
   * Hears one, in whatever order they come: one that is older than what is known changes nothing.
   */
  RideReadings hear(HeardReading next) {
    Optional<HeardReading> newest = keptBack.or(this::shown);
    if (newest.isPresent() && !next.isAfter(newest.get())) {
      return this;
    }
    if (next.madeAt().isEmpty() || isLike(people(), next)) {
      return of(ride, Optional.of(next));
    }
    long now = next.madeAt().getAsLong();
    if (keptBack.isPresent() && (isLike(keptBack.get().reading().people(), next) || isOver(now))) {
      return of(ride, Optional.of(next));
    }
    return new RideReadings(ride, shown, Optional.of(next), keptBack.isPresent() ? keptSince : now);
  }

  /** The newest that is believed at a moment by the steady clock. */
  Optional<HeardReading> at(long now) {
    return keptBack.isPresent() && isOver(now) ? keptBack : shown;
  }

  /** The same, where the records of these partitions are counted anew: any that comes is newer. */
  RideReadings without(Set<Integer> partitions) {
    return new RideReadings(
        ride,
        shown.map(it -> it.without(partitions)),
        keptBack.map(it -> it.without(partitions)),
        keptSince);
  }

  /** People who are believed to be in line; nobody, as long as nobody was heard live. */
  private int people() {
    return shown.filter(it -> it.madeAt().isPresent()).map(it -> it.reading().people()).orElse(0);
  }

  private boolean isLike(int before, HeardReading next) {
    long change = Math.abs((long) next.reading().people() - before);
    return change * ride.cycleMinutes() <= (long) JUMP_MINUTES_MAX * ride.capacity();
  }

  private boolean isOver(long now) {
    return now - keptSince >= KEPT_BACK_MILLIS_MAX;
  }
}
