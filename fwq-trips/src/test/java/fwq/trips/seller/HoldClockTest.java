package fwq.trips.seller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HoldClockTest {
  private static final long HOUR = 3_600_000;

  private long wall = 10 * HOUR;
  private long nanos;

  private HoldClock clock(long newest) {
    return new HoldClock(() -> Instant.ofEpochMilli(wall), () -> nanos, newest);
  }

  private void pass(long millis) {
    wall += millis;
    nanos += millis * 1_000_000;
  }

  @Test
  void goesWithTheMachinesClock() {
    HoldClock clock = clock(0);
    assertEquals(wall, clock.millis());
    pass(1_234);
    assertEquals(wall, clock.millis());
  }

  @Test
  void neverRunsBackAndGoesOnAtItsOwnPaceMeanwhile() {
    HoldClock clock = clock(0);
    wall += HOUR;
    long ahead = clock.millis();
    wall -= HOUR;
    pass(600_000);
    assertEquals(ahead + 600_000, clock.millis());
  }

  @Test
  void goesOnFromTheNewestRowAfterARestart() {
    HoldClock clock = clock(wall + HOUR);
    pass(5);
    assertEquals(wall - 5 + HOUR + 5, clock.millis());
  }

  @Test
  void partsOfAMillisecondAddUp() {
    HoldClock clock = clock(wall + HOUR);
    long before = clock.millis();
    for (int i = 0; i < 10; i++) {
      nanos += 300_000;
      clock.millis();
    }
    assertEquals(before + 3, clock.millis());
  }
}
