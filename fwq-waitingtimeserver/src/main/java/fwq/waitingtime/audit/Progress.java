package fwq.waitingtime.audit;

import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Tells those who wait how far it is, once a second, and lets them stop it. */
final class Progress {
  private static final int LOOK_EVERY = 4_096;
  private static final long TELL_NANOS = 1_000_000_000;

  private final PrintWriter to;
  private final LongSupplier nanos;
  private final Stop stop;
  private long told;

  Progress(PrintWriter to, LongSupplier nanos, Stop stop) {
    this.to = to;
    this.nanos = nanos;
    this.stop = stop;
    this.told = nanos.getAsLong();
  }

  void at(int count, String what) throws Failure {
    if (count % LOOK_EVERY != 0) {
      return;
    }
    if (stop.requested()) {
      throw new Failure("stopped before all was read");
    }
    long now = nanos.getAsLong();
    if (now - told >= TELL_NANOS) {
      told = now;
      to.printf("%,d %s%n", count, what);
      to.flush();
    }
  }
}
