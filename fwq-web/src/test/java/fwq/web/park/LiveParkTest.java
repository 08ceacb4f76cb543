package fwq.web.park;

import static fwq.web.Samples.AT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.web.Samples;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LiveParkTest {
  private static final long SECOND = 1_000_000_000;
  private final LivePark park = new LivePark(0);

  @Test
  void timeIsTheEnginesCarriedOnByTheMonotonicClock() {
    assertEquals(OptionalLong.empty(), park.now(SECOND));
    park.heard(Samples.frame(1, AT, 5), SECOND);
    assertEquals(OptionalLong.of(AT + 1_500), park.now(SECOND * 5 / 2));
  }

  @Test
  void timeNeverGoesBackEvenIfAnotherEnginesClockIsBehind() {
    park.heard(Samples.frame(1, AT, 5), 0);
    assertEquals(OptionalLong.of(AT + 1_000), park.now(SECOND));
    park.heard(Samples.frame(2, AT - 60_000, 5), SECOND);
    assertEquals(OptionalLong.of(AT + 1_000), park.now(SECOND));
  }

  @Test
  void frameOfAnEngineThatLostTheParkIsNotBelieved() {
    assertTrue(park.heard(Samples.frame(5, AT, 5), 0));
    assertFalse(park.heard(Samples.frame(4, AT, 99), 0));
    assertEquals(5, park.last().orElseThrow().seq());
  }

  @Test
  void engineIsAwayAfterThreeSecondsWithoutANewerFrame() {
    park.heard(Samples.frame(1, AT, 5), 0);
    assertFalse(park.away(3 * SECOND - 1));
    park.heard(Samples.frame(1, AT, 5), 2 * SECOND);
    assertTrue(park.away(3 * SECOND));
    assertTrue(park.live(3 * SECOND).isEmpty());
  }
}
