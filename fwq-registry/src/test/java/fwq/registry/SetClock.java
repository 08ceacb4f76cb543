package fwq.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved. */
final class SetClock implements InstantSource {
  private final AtomicLong millis = new AtomicLong(1_800_000_000_123L);

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.get());
  }

  void move(long byMillis) {
    millis.addAndGet(byMillis);
  }
}
