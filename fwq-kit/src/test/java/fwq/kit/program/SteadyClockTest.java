package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SteadyClockTest {
  @Test
  void timeGoesOnFromTheStartByTheMachinesCounterAlsoWhereThatOverflows() {
    long[] nanos = {Long.MAX_VALUE - 500_000};
    SteadyClock clock = new SteadyClock(1_800_000_000_000L, () -> nanos[0]);
    assertEquals(1_800_000_000_000L, clock.millis());

    nanos[0] += 3_600_000_000_000L;

    assertEquals(1_800_003_600_000L, clock.millis());
    assertEquals(clock.millis(), clock.instant().toEpochMilli());
  }
}
