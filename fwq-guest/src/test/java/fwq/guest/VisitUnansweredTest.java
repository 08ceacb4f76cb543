package fwq.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.guest.Visit.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An engine says nothing to those of whom it does not know that they have signed. */
class VisitUnansweredTest {
  private static final long OWN = 5_000;
  private static final long T = 100_000;
  private static final Session SESSION = new Session("ana", OWN, 1_000_000_000);
  private static final Position P42 = Position.ofCell(42);

  private final Visit visit = new Visit(SESSION);
  private long seq;

  @Test
  void whoIsNotAnsweredThoughTheEngineIsThereKnowsItAfterThreeSeconds() {
    visit.enter(T);
    for (long now = T; now < T + 3_000; now += 250) {
      visit.heard(frame(Position.GATE), now);
      assertFalse(visit.isUnanswered(now));
      visit.tick(now);
    }
    visit.heard(frame(Position.GATE), T + 3_000);
    assertTrue(visit.isUnanswered(T + 3_000));
    assertFalse(visit.isUnanswered(T + 6_000), "then the engine is away, which is said instead");
    visit.heard(frame(Position.GATE), T + 7_000);
    visit.heard(new Admitted(OWN, Position.GATE), T + 7_000);
    assertFalse(visit.isUnanswered(T + 7_000));
  }

  @Test
  void whoStandsWhereTheMapHasNobodyAsksToBeLetInAgain() {
    inside();
    assertEquals(Optional.of(Move.class), stand(frame(Position.GATE), T + 2_999));
    assertEquals(
        Optional.of(new Enter(SESSION, T + 4_000)), saidAt(frame(Position.GATE), T + 4_000));
    assertEquals(new State.Entering(T + 4_000), visit.state());
  }

  @Test
  void whoIsOnTheMapOrWalksOrSeesNoMapGoesOn() {
    inside();
    for (long now = T + 1_000; now < T + 20_000; now += 1_000) {
      assertEquals(Optional.of(Move.class), stand(frame(P42), now));
    }
    visit.step(Direction.EAST, T + 20_000);
    assertEquals(Optional.of(Move.class), stand(frame(P42), T + 21_500));
    for (long now = T + 30_000; now < T + 40_000; now += 1_000) {
      assertEquals(Optional.of(Move.class), visit.tick(now).map(Object::getClass));
    }
  }

  @Test
  void noMoreStepsAreTakenThanAParkCounts() {
    inside();
    int taken = 0;
    for (long now = T; now < T + 10_000; now++) {
      taken += visit.step(Direction.EAST, now).isPresent() ? 1 : 0;
    }
    assertEquals(200 + 15, taken, 1, "20 a second, and some at once");
  }

  private void inside() {
    visit.enter(T);
    visit.heard(new Admitted(OWN, P42), T);
  }

  private Optional<Class<?>> stand(MapFrame frame, long now) {
    return saidAt(frame, now).map(Object::getClass);
  }

  private Optional<?> saidAt(MapFrame frame, long now) {
    visit.heard(frame, now);
    return visit.tick(now);
  }

  private MapFrame frame(Position somebody) {
    ParkMap map =
        new ParkMap(1, 1_000, List.of(), List.of(new ParkMap.Headcount(somebody, 1)), List.of());
    return new MapFrame(0, 1, seq++, 0, T, map);
  }
}
