package fwq.kit.program;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The system's time when the program started, and from then on the machine's own counter: nobody
 * can set it forward or back. For how long ago something was and when something is due, never for
 * what is told to other machines or stored.
 */
public final class SteadyClock implements InstantSource {
  private final long startMillis;
  private final LongSupplier nanos;
  private final long startNanos;

  /** By this machine's counter. */
  public SteadyClock() {
    this(System.currentTimeMillis(), System::nanoTime);
  }

  SteadyClock(long startMillis, LongSupplier nanos) {
    this.startMillis = startMillis;
    this.nanos = nanos;
    this.startNanos = nanos.getAsLong();
  }

  @Override
  public long millis() {
    return startMillis + TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - startNanos);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }
}
