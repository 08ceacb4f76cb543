package fwq.kit.program;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish that the program end. Requested once, for good, by a signal or by the program itself.
 */
public final class Stop {
  private final CountDownLatch latch = new CountDownLatch(1);
  private final CompletableFuture<Void> signal = new CompletableFuture<>();

  /** Requests it. */
  public void request() {
    latch.countDown();
    signal.complete(null);
  }

  /** Whether stop was requested. */
  public boolean requested() {
    return latch.getCount() == 0;
  }

  /** Waits until stop is requested. */
  public void await() throws InterruptedException {
    latch.await();
  }

  /** Waits so long at most, and says whether stop was requested. */
  public boolean await(Duration time) throws InterruptedException {
    return latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs this when stop is requested, at once if it was already. */
  public void onRequest(Runnable action) {
    var _ = signal.thenRun(action);
  }

  /** Completes when stop is requested. */
  public CompletableFuture<Void> signal() {
    return signal.copy();
  }
}
