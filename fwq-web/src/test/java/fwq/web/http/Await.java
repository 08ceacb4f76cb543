package fwq.web.http;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, with a limit. */
public final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(10);

  private Await() {}

  /** Until this holds. */
  public static void until(String what, Callable<Boolean> holds) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!holds(what, holds)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private static boolean holds(String what, Callable<Boolean> holds) {
    try {
      return holds.call();
    } catch (Exception e) {
      throw new AssertionError("cannot be found out: " + what, e);
    }
  }
}
