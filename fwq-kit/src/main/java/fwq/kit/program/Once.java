package fwq.kit.program;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Says the same thing once, or again only after a pause. For any thread. */
public final class Once {
  private final long pauseMillis;
  private final AtomicLong saidAt = new AtomicLong(Long.MIN_VALUE / 2);
  private String last = "";

  /** For things that are said once until another is said. */
  public Once() {
    this(Duration.ZERO);
  }

  /** For things that are said at most once a pause. */
  public Once(Duration pause) {
    this.pauseMillis = pause.toMillis();
  }

  /** Whether this differs from what was said last. */
  public synchronized boolean isNews(String what) {
    boolean news = !Objects.equals(what, last);
    last = what;
    return news;
  }

  /** Forgets what was said last: it would be news again. */
  public synchronized void reset() {
    last = "";
  }

  /**
   * Whether the pause is over; if so, another one begins. A clock that is set back ends it, too.
   *
   * @param now milliseconds by any clock
   */
  public boolean isDue(long now) {
    long before = saidAt.get();
    return Math.abs(now - before) >= pauseMillis && saidAt.compareAndSet(before, now);
  }
}
