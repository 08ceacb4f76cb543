package fwq.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class StandstillTest {
  private static final long T = 1_000_000;

  private final Standstill park = new Standstill();

  @Test
  void parkMovesWhileFramesIncludeWhatIsSaid() {
    for (int second = 0; second < 60; second++) {
      park.taken(second, T + second * 1_000L);
      park.shown(second + 1, T + second * 1_000L);
      assertEquals(0, park.millis(T + second * 1_000L + 900));
    }
  }

  @Test
  void framesThatIncludeNothingNewAreNoSignOfLife() {
    park.shown(10, T);
    park.taken(10, T);
    park.taken(11, T + 1_000);
    park.shown(10, T);
    assertEquals(0, park.millis(T + 2_999));
    assertEquals(3_000, park.millis(T + 3_000), "from the first that waits");
    park.shown(10, T);
    assertEquals(60_000, park.millis(T + 60_000));
    park.shown(11, T + 60_000);
    assertEquals(0, park.millis(T + 60_001), "it moves again");
  }

  @Test
  void whoeverCatchesUpIsSlowAndDoesNotStandStill() {
    park.shown(10, T);
    park.taken(1_000, T);
    for (int second = 1; second < 60; second++) {
      park.shown(10 + second, T + second * 1_000L);
      assertEquals(0, park.millis(T + second * 1_000L + 900));
    }
  }

  @Test
  void nobodyWhoSaysNothingCanTell() {
    park.shown(10, T);
    assertEquals(0, park.millis(T + 60_000));
    park.taken(9, T + 60_000);
    assertEquals(0, park.millis(T + 90_000), "the frame was faster than the broker's answer");
  }

  @Test
  void logThatHasLostItsEndIsNoStandstill() {
    park.shown(5_000, T);
    park.taken(5_000, T);
    park.shown(100, T);
    park.taken(100, T + 1_000);
    park.shown(101, T);
    assertEquals(0, park.millis(T + 10_000));
  }

  @Test
  void clockSetBackKeepsNoStandstillAlive() {
    park.taken(0, T);
    assertEquals(0, park.millis(T - 100_000));
    assertEquals(3_000, park.millis(T - 97_000));
  }
}
