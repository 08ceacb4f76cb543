package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
final class StopTest {
  private final Stop stop = new Stop();

  @Test
  void nobodyWishedTheEndAtFirst() throws InterruptedException {
    assertFalse(stop.requested());
    assertFalse(stop.await(Duration.ofMillis(1)));
    assertFalse(stop.signal().isDone());
  }

  @Test
  void wishEndsAllWaitingAndLasts() throws InterruptedException {
    Thread other = Thread.ofVirtual().start(stop::request);
    stop.await();
    other.join();
    stop.request();
    assertTrue(stop.requested());
    assertTrue(stop.await(Duration.ofDays(1)));
    stop.signal().join();
  }

  @Test
  void actionRunsOnceWhetherAskedForBeforeOrAfterTheWish() {
    AtomicInteger runs = new AtomicInteger();
    stop.onRequest(runs::incrementAndGet);
    assertEquals(0, runs.get());
    stop.request();
    stop.request();
    stop.onRequest(runs::incrementAndGet);
    assertEquals(2, runs.get());
  }

  @Test
  void signalGivenOutCannotBeTurnedAgainstTheOthers() {
    stop.signal().complete(null);
    assertFalse(stop.requested());
    assertFalse(stop.signal().isDone());
  }
}
