package fwq.trips.seller;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clock by which a seller's holds live: that of its machine, but it never runs back, and while
 * that one is set back it goes on at its own pace. What was set ahead by mistake ends holds early,
 * and never keeps places for longer. Not for several threads at once.
 */
final class HoldClock {
  private static final long NANOS = 1_000_000;

  private final InstantSource wall;
  private final LongSupplier nanoTime;
  private long millis;
  private long readAtNanos;

  /**
   * A clock that goes on from the newest time that was written down.
   *
   * @param nanoTime such as {@code System::nanoTime}
   */
  HoldClock(InstantSource wall, LongSupplier nanoTime, long newestMillis) {
    this.wall = wall;
    this.nanoTime = nanoTime;
    this.millis = newestMillis;
    this.readAtNanos = nanoTime.getAsLong();
  }

  /** Now, in epoch milliseconds. */
  long millis() {
    long nanos = nanoTime.getAsLong();
    long passed = (nanos - readAtNanos) / NANOS;
    // What is less than a millisecond counts the next time.
    readAtNanos += passed * NANOS;
    millis = Math.max(millis + passed, wall.millis());
    return millis;
  }
}
