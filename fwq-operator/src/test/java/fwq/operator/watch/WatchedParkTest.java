package fwq.operator.watch;

import static fwq.operator.watch.Samples.T0;
import static fwq.operator.watch.Samples.sighting;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.operator.watch.WatchedPark.State;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WatchedParkTest {
  private final WatchedPark park = new WatchedPark(0);

  @Test
  void parkIsNewThenLiveAndAfterThreeSecondsOfSilenceAway() {
    assertEquals(State.NEW, park.state(T0));
    park.heard(sighting(0, T0, 0, T0, 57, 25));
    assertEquals(State.LIVE, park.state(T0 + 2_999));
    assertEquals(State.AWAY, park.state(T0 + 3_000));
    assertEquals(3_000, park.frameAge(T0 + 3_000));
  }

  @Test
  void framesOfAnEngineThatLostTheParkAreNoSignOfLife() {
    park.heard(sighting(0, T0 + 5, 0, T0, 57, 25));
    park.heard(sighting(0, T0, 900, T0 + 2_000, 1, 1));
    park.heard(sighting(0, T0 + 5, 0, T0 + 2_500, 1, 1));
    assertEquals(State.AWAY, park.state(T0 + 3_000));
    assertEquals(57, park.frame().orElseThrow().map().inside());
  }

  @Test
  void ownershipLastsSinceTheEpochByTheEnginesClock() {
    // The engine's clock is an hour ahead of ours.
    long theirs = T0 + 3_600_000;
    park.heard(new Sighting(Samples.frame(0, theirs, 40, theirs + 60_000, 57, 25), T0));
    assertEquals(OptionalLong.of(60_500), park.ownership(T0 + 500));
  }

  @Test
  void ownershipIsUnknownWhereTheEpochIsNoTimeOrYetToCome() {
    assertEquals(OptionalLong.empty(), park.ownership(T0));
    park.heard(sighting(0, 3, 0, T0, 57, 25));
    assertEquals(OptionalLong.empty(), park.ownership(T0));
    park.heard(sighting(0, T0 + 60_000, 0, T0, 57, 25));
    assertEquals(OptionalLong.empty(), park.ownership(T0));
  }

  @Test
  void lagIsWhatTheFrameDoesNotIncludeAndUnknownIsNotZero() {
    assertEquals(OptionalLong.empty(), park.lag());
    park.ended(OptionalLong.of(50));
    assertEquals(OptionalLong.empty(), park.lag(), "nothing was heard");
    park.heard(sighting(0, T0, 7, T0, 57, 25));
    park.ended(OptionalLong.of(111));
    assertEquals(OptionalLong.of(4), park.lag());
    park.ended(OptionalLong.of(100));
    assertEquals(OptionalLong.of(0), park.lag(), "the frame was younger than the question");
    park.ended(OptionalLong.empty());
    assertEquals(OptionalLong.empty(), park.lag());
  }

  @Test
  void parkWhoseFramesIncludeNothingOfWhatIsSaidHasNotMoved() {
    MapFrame frame = sighting(0, T0, 7, T0, 57, 25).frame();
    for (int second = 0; second < 6; second++) {
      long now = T0 + second * 1_000L;
      park.heard(new Sighting(new MapFrame(0, T0, second, 107, now, frame.map()), now));
      park.ended(OptionalLong.of(111 + second));
      assertEquals(second < 3 ? 0 : second * 1_000L, park.standstillMillis(now));
    }
    park.ended(OptionalLong.of(107));
    assertEquals(0, park.standstillMillis(T0 + 60_000), "then the engine is away");
  }

  @Test
  void guestsAndWaitsAreNotedAndARideThatIsDownHasNone() {
    park.heard(sighting(0, T0, 0, T0, 57, 25));
    park.heard(sighting(0, T0, 1, T0 + 1_000, 58, 30));
    long now = T0 + 1_000;
    assertArrayEquals(new int[] {57, 58}, park.inside().steps(now, 2, 1));
    assertArrayEquals(new int[] {25, 30}, park.waits(0).steps(now, 2, 1));
    assertEquals(0, park.waits(2).age(now));
    assertEquals(0, park.waits(99).age(now), "a ride that is not there");
  }
}
