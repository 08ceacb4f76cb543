package fwq.waitingtime;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test sets. */
final class HandClock implements InstantSource {
  /** Where tests begin. */
  static final long START = 1_800_000_000_000L;

  private volatile long now = START;

  void set(long millis) {
    now = millis;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now);
  }

  @Override
  public long millis() {
    return now;
  }
}
