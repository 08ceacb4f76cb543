package fwq.visitor.crowd;

import java.time.Duration;

/**
 * How fast time goes in a crowd. Guests tick one after the other in {@value #SLOTS} groups, so that
 * they do not all speak at once.
 *
 * @param minuteMillis how long a park minute lasts
 * @param tickMillis how long it is from one tick of a guest to the next
 */
public record Pace(long minuteMillis, long tickMillis) {
  /** Groups of guests, which tick in turn. */
  static final int SLOTS = 10;

  private static final long TICK_MILLIS_MAX = 250;

  /** Ticks four times a second, or once a park minute where that is shorter. */
  public Pace(Duration minute) {
    this(minute.toMillis(), Math.min(TICK_MILLIS_MAX, minute.toMillis()));
  }

  /** How long it is from one group's tick to the next group's. */
  Duration slot() {
    return Duration.ofMillis(tickMillis).dividedBy(SLOTS);
  }
}
