package fwq.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.Rejection;
import fwq.common.talk.visit.VisitorEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.guest.Visit.Reason;
import fwq.guest.Visit.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisitTest {
  private static final long OWN = 5_000;
  private static final Session SESSION = new Session("ana", OWN, 1_000_000_000);
  private static final long T = 100_000;
  private static final Position P42 = Position.ofCell(42);

  private final Visit visit = new Visit(SESSION);

  @Test
  void entersByAskingAndIsInsideOnceAdmitted() {
    assertEquals(Optional.of(new Enter(SESSION, T)), visit.enter(T));
    assertEquals(new State.Entering(T), visit.state());
    assertEquals(Optional.empty(), visit.heard(new Admitted(OWN, Position.GATE), T + 10));
    assertEquals(new State.Inside(Position.GATE), visit.state());
  }

  @Test
  void askingTwiceSaysOneEnter() {
    visit.enter(T);
    assertEquals(Optional.empty(), visit.enter(T + 1));
    inside();
    assertEquals(Optional.empty(), visit.enter(T + 2));
  }

  @Test
  void anUnansweredEnterIsRepeatedEveryTwoSecondsForAsLongAsItTakes() {
    visit.enter(T);
    assertEquals(Optional.empty(), visit.tick(T + 1_999));
    for (long at = T + 2_000; at < T + 600_000; at += 2_000) {
      assertEquals(Optional.of(new Enter(SESSION, at)), visit.tick(at));
      assertEquals(Optional.empty(), visit.tick(at + 1_999));
    }
    assertEquals(new State.Entering(T), visit.state());
  }

  @Test
  void saysWhereItStandsWhenNothingWasSaidForASecond() {
    inside();
    assertEquals(Optional.empty(), visit.tick(T + 999));
    assertEquals(Optional.of(new Move("ana", T + 1_000, Position.GATE)), visit.tick(T + 1_000));
    assertEquals(Optional.empty(), visit.tick(T + 1_250));
    visit.step(Direction.EAST, T + 1_500);
    assertEquals(Optional.empty(), visit.tick(T + 2_499));
    assertEquals(
        Optional.of(new Move("ana", T + 2_500, Position.ofCell(1))), visit.tick(T + 2_500));
  }

  @Test
  void atAlwaysRisesEvenWhenTheClockStandsOrGoesBack() {
    List<Long> at = new ArrayList<>();
    visit.enter(T).ifPresent(it -> at.add(it.at()));
    visit.heard(new Admitted(OWN, Position.GATE), T);
    for (long now : new long[] {T, T, T - 50_000, T - 50_000, T + 1, T - 90_000}) {
      visit.step(Direction.EAST, now).ifPresent(it -> at.add(it.at()));
    }
    visit.leave(T - 60_000).ifPresent(it -> at.add(it.at()));
    assertEquals(8, at.size());
    assertEquals(at.stream().sorted().distinct().toList(), at);
  }

  @Test
  void aClockSetBackDoesNotSilenceTheGuest() {
    inside();
    assertTrue(visit.tick(T - 3_600_000).isPresent());
    assertEquals(Optional.empty(), visit.tick(T - 3_600_000 + 999));
    assertTrue(visit.tick(T - 3_600_000 + 1_000).isPresent());
  }

  @Test
  void aStepCountsAtOnceAndGoesAcrossTheEdges() {
    inside();
    Position corner = Position.ofCell(399);
    assertEquals(
        Optional.of(new Move("ana", T + 1, corner)), visit.step(Direction.NORTH_WEST, T + 1));
    assertEquals(Optional.of(corner), visit.position());
  }

  @Test
  void aStepOutsideOrWhileEnteringSaysNothing() {
    assertEquals(Optional.empty(), visit.step(Direction.EAST, T));
    visit.enter(T);
    assertEquals(Optional.empty(), visit.step(Direction.EAST, T + 1));
  }

  @Test
  void aRejectedStepGoesBackToWhereTheEngineSays() {
    inside();
    visit.step(Direction.EAST, T + 1);
    visit.heard(new Rejected(OWN, Rejection.TOO_FAR, P42), T + 2);
    assertEquals(Optional.of(P42), visit.position());
  }

  @Test
  void answersToOtherSessionsAreIgnored() {
    visit.enter(T);
    long older = OWN - 1;
    visit.heard(new Admitted(older, P42), T + 1);
    visit.heard(new Refused(older, Refusal.FULL), T + 1);
    visit.heard(new Refused(OWN + 1, Refusal.EXPIRED), T + 1);
    visit.heard(new Gone(older, Departure.EXPIRED), T + 1);
    assertEquals(new State.Entering(T), visit.state());
    visit.heard(new Admitted(OWN, Position.GATE), T + 2);
    visit.heard(new Rejected(older, Rejection.TOO_FAR, P42), T + 3);
    assertEquals(Optional.empty(), visit.heard(new Gone(older, Departure.SILENT), T + 3));
    assertEquals(Optional.empty(), visit.heard(new Gone(0, Departure.SILENT), T + 3));
    assertEquals(new State.Inside(Position.GATE), visit.state());
  }

  @Test
  void theFirstMessageOnTheTopicIsNotTakenForTheAnswer() {
    visit.enter(T);
    visit.heard(frame(1, 1), T + 1);
    assertEquals(new State.Entering(T), visit.state());
  }

  @Test
  void anAdmissionOfALaterLoginEndsTheVisit() {
    inside();
    assertEquals(Optional.empty(), visit.heard(new Admitted(OWN + 1, P42), T + 1));
    assertOver(Reason.SUPERSEDED);
  }

  @Test
  void refusedAsSupersededEndsTheVisit() {
    visit.enter(T);
    visit.heard(new Refused(OWN, Refusal.SUPERSEDED), T + 1);
    assertOver(Reason.SUPERSEDED);
  }

  @Test
  void anExpiredSessionEndsTheVisitAtTheGateAndInside() {
    visit.enter(T);
    visit.heard(new Refused(OWN, Refusal.EXPIRED), T + 1);
    assertOver(Reason.EXPIRED);
    Visit other = new Visit(SESSION);
    other.enter(T);
    other.heard(new Admitted(OWN, Position.GATE), T);
    other.heard(new Gone(OWN, Departure.EXPIRED), T + 1);
    assertEquals(Optional.of(Reason.EXPIRED), other.reason());
    assertTrue(other.over());
  }

  @Test
  void aSessionThatTheRegistryEndedEndsTheVisit() {
    inside();
    assertEquals(Optional.empty(), visit.heard(new Gone(OWN - 1, Departure.ENDED), T + 1));
    assertEquals(new State.Inside(Position.GATE), visit.state(), "that was an older login");
    visit.heard(new Gone(OWN, Departure.ENDED), T + 1);
    assertOver(Reason.ENDED);
  }

  @Test
  void aFullParkIsTriedAgainEveryFiveSecondsUntilAPlaceIsFree() {
    visit.enter(T);
    visit.heard(new Refused(OWN, Refusal.FULL), T + 100);
    assertEquals(new State.Outside(Optional.of(Reason.FULL)), visit.state());
    assertTrue(visit.wantsIn());
    assertEquals(Optional.empty(), visit.tick(T + 5_099));
    assertEquals(Optional.of(new Enter(SESSION, T + 5_100)), visit.tick(T + 5_100));
    visit.heard(new Refused(OWN, Refusal.FULL), T + 5_200);
    assertEquals(Optional.empty(), visit.tick(T + 10_199));
    assertEquals(Optional.of(new Enter(SESSION, T + 10_200)), visit.tick(T + 10_200));
    visit.heard(new Admitted(OWN, Position.GATE), T + 10_300);
    assertEquals(Optional.of(Position.GATE), visit.position());
  }

  @Test
  void aPlaceGivenToARepeatedEnterAfterARefusalIsTaken() {
    visit.enter(T);
    visit.tick(T + 2_000);
    visit.heard(new Refused(OWN, Refusal.FULL), T + 2_001);
    visit.heard(new Admitted(OWN, Position.GATE), T + 2_002);
    assertEquals(Optional.of(Position.GATE), visit.position());
  }

  @Test
  void oneWhoLeavesAFullParksLineAsksNoMore() {
    visit.enter(T);
    visit.heard(new Refused(OWN, Refusal.FULL), T + 100);
    assertEquals(Optional.of(new Leave("ana", T + 200)), visit.leave(T + 200));
    for (long at = T + 200; at < T + 60_000; at += 250) {
      assertEquals(Optional.empty(), visit.tick(at));
    }
    visit.heard(new Admitted(OWN, Position.GATE), T + 60_000);
    assertEquals(Optional.of(Reason.LEFT), visit.reason());
  }

  @Test
  void oneTakenOffTheMapForSilenceEntersAgainByItself() {
    inside();
    assertEquals(
        Optional.of(new Enter(SESSION, T + 11_000)),
        visit.heard(new Gone(OWN, Departure.SILENT), T + 11_000));
    assertEquals(new State.Entering(T + 11_000), visit.state());
  }

  @Test
  void oneWhoTheEngineDoesNotKnowEntersAgainOnceHoweverOftenItIsSaid() {
    inside();
    assertTrue(visit.heard(new Gone(0, Departure.NOT_INSIDE), T + 1).isPresent());
    assertEquals(Optional.empty(), visit.heard(new Gone(0, Departure.NOT_INSIDE), T + 2));
    assertEquals(Optional.empty(), visit.heard(new Gone(OWN, Departure.NOT_INSIDE), T + 3));
    visit.heard(new Admitted(OWN, P42), T + 4);
    assertEquals(Optional.of(P42), visit.position());
  }

  @Test
  void oneWhoLeftIsNotBroughtBackByLateAnswers() {
    inside();
    visit.leave(T + 1);
    assertEquals(Optional.empty(), visit.leave(T + 1));
    visit.heard(new Admitted(OWN, P42), T + 2);
    assertEquals(Optional.empty(), visit.heard(new Gone(OWN, Departure.SILENT), T + 3));
    assertEquals(Optional.empty(), visit.heard(new Gone(OWN, Departure.NOT_INSIDE), T + 3));
    visit.heard(new Gone(OWN, Departure.LEFT), T + 4);
    assertEquals(new State.Outside(Optional.of(Reason.LEFT)), visit.state());
    assertEquals(Optional.empty(), visit.tick(T + 60_000));
  }

  @Test
  void oneWhoLeftCanEnterAgainInTheSameVisit() {
    inside();
    visit.leave(T + 1);
    assertTrue(visit.enter(T + 2).isPresent());
    visit.heard(new Gone(OWN, Departure.LEFT), T + 3);
    visit.heard(new Admitted(OWN, Position.GATE), T + 4);
    assertEquals(Optional.of(Position.GATE), visit.position());
  }

  @Test
  void aSecondAdmissionDoesNotUndoStepsMadeSince() {
    visit.enter(T);
    visit.tick(T + 2_000);
    visit.heard(new Admitted(OWN, Position.GATE), T + 2_001);
    visit.step(Direction.EAST, T + 2_002);
    visit.heard(new Admitted(OWN, Position.GATE), T + 2_003);
    assertEquals(Optional.of(Position.ofCell(1)), visit.position());
  }

  @Test
  void whileTheEngineIsAwayTheGuestKeepsItsPlaceAndKeepsSayingWhereItIs() {
    inside();
    visit.step(Direction.EAST, T);
    visit.heard(frame(7, 1), T);
    int heres = 0;
    for (long at = T; at <= T + 60_000; at += 250) {
      heres += visit.tick(at).filter(Move.class::isInstance).isPresent() ? 1 : 0;
    }
    assertEquals(60, heres);
    assertTrue(visit.engineAway(T + 60_000));
    assertEquals(new State.Inside(Position.ofCell(1)), visit.state());
    visit.heard(frame(8, 1), T + 60_001);
    assertFalse(visit.engineAway(T + 60_001));
    assertEquals(new State.Inside(Position.ofCell(1)), visit.state());
  }

  @Test
  void anOldMapIsNeverShownAsLive() {
    inside();
    visit.heard(frame(1, 1), T);
    assertTrue(visit.map(T + 2_999).isPresent());
    assertFalse(visit.engineAway(T + 2_999));
    assertEquals(Optional.empty(), visit.map(T + 3_000));
    assertTrue(visit.engineAway(T + 3_000));
  }

  @Test
  void anEngineThatNeverSpokeIsAwayThreeSecondsAfterTheAsking() {
    assertFalse(visit.engineAway(T));
    visit.enter(T);
    assertFalse(visit.engineAway(T + 2_999));
    assertTrue(visit.engineAway(T + 3_000));
    assertEquals(Optional.empty(), visit.map(T + 3_000));
  }

  @Test
  void framesThatAreOlderOrOfALowerEpochAreIgnoredAndNoSignOfLife() {
    inside();
    visit.heard(frame(2, 10), T);
    for (MapFrame old : List.of(frame(2, 10), frame(2, 9), frame(1, 999))) {
      visit.heard(old, T + 2_900);
    }
    assertEquals(10, visit.map(T + 2_900).orElseThrow().inside());
    assertTrue(visit.engineAway(T + 3_000));
    visit.heard(frame(3, 0), T + 3_100);
    assertEquals(0, visit.map(T + 3_100).orElseThrow().inside());
  }

  /** Whatever comes, in whatever order: the rules that must always hold. */
  @Test
  void anyOrderOfMessagesKeepsTheRules() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Visit any = new Visit(SESSION);
      long now = T;
      long at = -1;
      for (int i = 0; i < 300; i++) {
        now += random.nextInt(1_500) - 100;
        Optional<VisitorEvent> said = anything(any, random, now);
        String about = "seed " + seed + ", turn " + i + ", " + any.state();
        if (said.isPresent()) {
          assertTrue(said.get().at() > at, about);
          at = said.get().at();
        }
        assertFalse(any.over() && any.wantsIn(), about);
        assertFalse(any.position().isPresent() && !any.wantsIn(), about);
        assertFalse(any.over() && said.isPresent(), about);
        assertFalse(any.map(now).isPresent() && any.engineAway(now), about);
      }
    }
  }

  private static Optional<VisitorEvent> anything(Visit visit, Random random, long now) {
    long session = random.nextInt(10) == 0 ? OWN - 1 : OWN;
    Position position = Position.ofCell(random.nextInt(Position.CELLS));
    return switch (random.nextInt(14)) {
      case 0 -> visit.enter(now);
      case 1 -> random.nextInt(4) == 0 ? visit.leave(now) : visit.tick(now);
      case 2, 3 -> visit.step(List.of(Direction.values()).get(random.nextInt(8)), now);
      case 4, 5, 6 -> visit.tick(now);
      case 7, 8 -> visit.heard(new Admitted(session, position), now);
      case 9 -> visit.heard(new Rejected(session, Rejection.TOO_FAR, position), now);
      case 10 -> visit.heard(new Refused(session, Refusal.FULL), now);
      case 11 -> {
        visit.heard(frame(random.nextInt(3), random.nextInt(50)), now);
        yield Optional.empty();
      }
      case 12 -> {
        Departure[] all = {Departure.SILENT, Departure.NOT_INSIDE, Departure.LEFT};
        yield visit.heard(new Gone(session, all[random.nextInt(3)]), now);
      }
      default ->
          random.nextInt(100) == 0
              ? visit.heard(
                  new Gone(session, random.nextBoolean() ? Departure.EXPIRED : Departure.ENDED),
                  now)
              : Optional.empty();
    };
  }

  private void inside() {
    visit.enter(T);
    visit.heard(new Admitted(OWN, Position.GATE), T);
  }

  private void assertOver(Reason reason) {
    assertEquals(new State.Outside(Optional.of(reason)), visit.state());
    assertTrue(visit.over());
    assertEquals(Optional.empty(), visit.enter(T + 10_000));
    assertEquals(Optional.empty(), visit.tick(T + 20_000));
    assertEquals(Optional.empty(), visit.leave(T + 20_000));
    visit.heard(new Admitted(OWN, P42), T + 20_000);
    assertEquals(Optional.empty(), visit.position());
  }

  /** A frame whose map counts as many guests as its number, to tell frames apart. */
  private static MapFrame frame(long epoch, int seq) {
    return new MapFrame(
        0, epoch, seq, 0, T, new ParkMap(seq, 1_000, List.of(), List.of(), List.of()));
  }
}
