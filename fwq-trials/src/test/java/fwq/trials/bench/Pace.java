package fwq.trials.bench;

import java.util.concurrent.locks.LockSupport;

/**
 * Does something so many times a second, each when it is due, whatever became of those before. A
 * time that is counted from when it was due has the waits in it that a late start would hide
 * (coordinated omission).
 */
public final class Pace {
  private static final long SECOND = 1_000_000_000;

  private final long start = System.nanoTime();
  private final int perSecond;

  /** Begins now. */
  public Pace(int perSecond) {
    this.perSecond = perSecond;
  }

  /** When one of them is due, by {@link System#nanoTime}; the first is number 0. */
  public long due(long number) {
    return start + number * SECOND / perSecond;
  }

  /** Waits until it is due; not at all when that is over. */
  public void await(long number) {
    long left = due(number) - System.nanoTime();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = due(number) - System.nanoTime();
    }
  }
}
