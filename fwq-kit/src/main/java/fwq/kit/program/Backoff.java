package fwq.kit.program;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: doubles from a first delay to a longest one, with up to 25
 * % jitter, so that many clients of one server do not come back at the same moment.
 */
public final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  /** A fresh one. */
  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /** The delay before the next try. */
  public Duration next() {
    Duration delay = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return Duration.ofMillis((long) (delay.toMillis() * (0.75 + random.nextDouble() / 4)));
  }

  /** It worked: the next failure starts from the first delay. */
  public void reset() {
    next = first;
  }
}
