package fwq.tui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.ShutdownHooks;

/**
 * Holds JLine's shutdown hook up until the terminal is given back: JLine closes its terminals at
 * once, which may be in the middle of our last words. Its tasks run in the order of their coming,
 * so this one must be there before the terminal is.
 */
final class ScreenGuard implements ShutdownHooks.Task {
  private static final long RESTORE_SECONDS_MAX = 3;

  private final CountDownLatch restored = new CountDownLatch(1);

  /** From now on, JLine waits. */
  ScreenGuard() {
    ShutdownHooks.add(this);
  }

  @Override
  public void run() throws InterruptedException {
    boolean _ = restored.await(RESTORE_SECONDS_MAX, TimeUnit.SECONDS);
  }

  /** The terminal is given back, or was never taken. */
  void release() {
    restored.countDown();
    ShutdownHooks.remove(this);
  }
}
