package fwq.engine.park;

import static fwq.engine.park.Said.HOUR_MILLIS;
import static fwq.engine.park.Said.enter;
import static fwq.engine.park.Said.here;
import static fwq.engine.park.Said.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.DayHours;
import fwq.common.park.ParkMap;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.park.RideTable;
import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.OperatorWord.Capacity;
import fwq.common.talk.operate.OperatorWord.Clear;
import fwq.common.talk.operate.OperatorWord.Gate;
import fwq.common.talk.operate.OperatorWord.Present;
import fwq.common.talk.operate.OperatorWord.Running;
import fwq.common.talk.operate.OperatorWord.WeekHours;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.operate.SaidWord.Outcome;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.Operate;
import fwq.engine.changelog.OfficeEntry;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What operators say to a park, and what guests notice of it. */
final class OfficeTest {
  /** Midnight, UTC, of 27 November 2026, a Friday. */
  private static final long MIDNIGHT = 1_795_737_600_000L;

  private static final long MINUTE_MILLIS = 60_000;
  private static final long TEN = MIDNIGHT + 10 * HOUR_MILLIS;
  private static final Session ANA = session("ana", TEN);
  private static final Session BEN = session("ben", TEN);
  private static final Session BOSS = boss(TEN);
  private static final Optional<String> STORM = Optional.of("Storm");

  private final Park park = new Park(2);
  private long now = TEN;

  private static Session boss(long issuedAt) {
    return new Session("boss", issuedAt, issuedAt + 12 * HOUR_MILLIS, "boss", Role.OPERATOR);
  }

  private List<Note> console(OperatorWord word) {
    return park.apply(new Operate(Optional.empty(), ++now, word), now);
  }

  private Outcome boss(OperatorWord word) {
    park.apply(new Operate(Optional.of(BOSS), ++now, word), now);
    return outcome();
  }

  private Outcome outcome() {
    return park.office().words().getLast().outcome();
  }

  private ParkMap map() {
    return park.map(
        RideTable.DEFAULT.stream().map(ride -> RideStatus.open(ride, 5, 5, 1)).toList());
  }

  private RideStatus ride(int id) {
    return map().rides().get(id);
  }

  private List<Note> comes(Session session) {
    return park.apply(enter(session, ++now), now);
  }

  private void everyDay(String hours) {
    console(new WeekHours(new TreeSet<>(List.of(DayOfWeek.values())), DayHours.parse(hours)));
  }

  private static Running running(RideState state, Cause cause, String reason) {
    return new Running(2, state, cause, Optional.ofNullable(reason));
  }

  @Test
  void closedParkLetsNobodyInAndThrowsNobodyOut() {
    comes(ANA);
    console(new Gate(false, STORM));
    assertEquals(List.of(Note.refused(BEN, Refusal.CLOSED)), comes(BEN));
    assertEquals(1, park.population());
    assertEquals(List.of(), park.apply(here("ana", ++now), now));
    assertFalse(map().sign().open());
    assertEquals(STORM, map().sign().reason());
    assertEquals(RideState.CLOSED, ride(0).state());
    assertEquals(OptionalInt.empty(), ride(0).waitMinutes());
    console(new Gate(true, Optional.empty()));
    comes(BEN);
    assertEquals(2, park.population());
    assertEquals(RideState.OPEN, ride(0).state());
  }

  @Test
  void whoIsInsideMayLogInAnewWhileItIsClosed() {
    comes(ANA);
    console(new Gate(false, STORM));
    Session again = session("ana", TEN + 1);
    assertEquals(
        List.of(Note.admitted(again, park.guest("ana").orElseThrow().position())), comes(again));
  }

  @Test
  void onlyAClosedParkIsClearedAndThenEverybodyGoes() {
    comes(BEN);
    comes(ANA);
    console(new Clear());
    assertEquals(Outcome.NOT_CLOSED, outcome());
    assertEquals(2, park.population());
    console(new Gate(false, STORM));
    assertEquals(
        List.of(Note.gone(ANA, Departure.CLOSED), Note.gone(BEN, Departure.CLOSED)),
        console(new Clear()));
    assertEquals(0, park.population());
  }

  @Test
  void operatorsCapacityStandsAboveTheEngines() {
    comes(ANA);
    comes(BEN);
    console(new Capacity(OptionalInt.of(1)));
    assertEquals(1, map().capacity());
    assertEquals(2, map().inside(), "nobody is thrown out");
    Session cai = session("cai", TEN);
    assertEquals(List.of(Note.refused(cai, Refusal.FULL)), comes(cai));
    park.apply(Said.leave("ana", ++now), now);
    assertEquals(List.of(Note.refused(cai, Refusal.FULL)), comes(cai), "one is still inside");
    console(new Capacity(OptionalInt.of(3)));
    comes(cai);
    assertEquals(2, park.population());
    console(new Capacity(OptionalInt.empty()));
    assertEquals(2, map().capacity());
  }

  @Test
  void rideRunsWhenNeitherThePersonNorTheWeatherStopsIt() {
    console(running(RideState.DOWN, Cause.OPERATOR, "Chain"));
    console(running(RideState.CLOSED, Cause.WEATHER, "Too cold"));
    assertEquals(RideState.DOWN, ride(2).state());
    assertEquals(Optional.of("Chain"), ride(2).reason());
    console(running(RideState.OPEN, Cause.OPERATOR, null));
    assertEquals(RideState.CLOSED, ride(2).state());
    assertEquals(Optional.of("Too cold"), ride(2).reason());
    console(running(RideState.OPEN, Cause.WEATHER, null));
    assertEquals(RideState.OPEN, ride(2).state());
  }

  @Test
  void reasonsThatWouldNotFitIntoAFrameAreRefused() {
    for (int id = 0; id < Ride.RIDES_MAX; id++) {
      console(new Running(id, RideState.DOWN, Cause.OPERATOR, Optional.of("x".repeat(25))));
      assertEquals(Outcome.DONE, outcome());
    }
    console(new Running(1, RideState.DOWN, Cause.OPERATOR, Optional.of("x".repeat(26))));
    assertEquals(Outcome.TOO_MUCH, outcome());
    console(new Running(99, RideState.DOWN, Cause.OPERATOR, Optional.empty()));
    assertEquals(Outcome.TOO_MUCH, outcome(), "more rides than a park can have");
    assertEquals(Optional.of("x".repeat(25)), ride(1).reason(), "as before");
  }

  @Test
  void hoursOpenAndCloseByTheRecordsTime() {
    everyDay("10:30-20:00");
    assertFalse(map().sign().open());
    park.pass(TEN + 30 * MINUTE_MILLIS - 1);
    assertFalse(map().sign().open());
    long before = park.version();
    park.pass(TEN + 30 * MINUTE_MILLIS);
    assertTrue(map().sign().open());
    assertTrue(park.version() > before, "there is something to show");
  }

  @Test
  void operatorsWordHoldsUntilTheNextBoundary() {
    everyDay("09:00-10:30");
    console(new Gate(false, STORM));
    park.pass(TEN + 30 * MINUTE_MILLIS);
    assertFalse(map().sign().open());
    assertEquals(Optional.empty(), map().sign().reason(), "closed by its hours now");
    park.pass(MIDNIGHT + 33 * HOUR_MILLIS);
    assertTrue(map().sign().open());
  }

  @Test
  void boundaryThatPassedWhileNobodyWasThereCounts() {
    everyDay("09:00-20:00");
    console(new Gate(false, STORM));
    OfficeEntry noted = park.office().takeChange().orElseThrow();
    Park successor = new Park(2);
    successor.restore(List.of(), now);
    successor.office().restore(noted, now);
    assertFalse(successor.map(List.of()).sign().open());
    assertEquals(park.map(List.of()), successor.map(List.of()));
    successor.pass(MIDNIGHT + 34 * HOUR_MILLIS);
    assertTrue(successor.map(List.of()).sign().open());
  }

  @Test
  void nextChangeIsToldSoThatAnEmptyParkIsWokenForIt() {
    assertEquals(Long.MAX_VALUE, park.office().nextChange());
    everyDay("09:00-20:00");
    assertEquals(MIDNIGHT + 20 * HOUR_MILLIS, park.office().nextChange());
  }

  @Test
  void wordIsTakenOnce() {
    Operate close = new Operate(Optional.of(BOSS), ++now, new Gate(false, STORM));
    park.apply(close, now);
    boss(new Gate(true, Optional.empty()));
    long ignored = park.ignored();
    park.apply(close, ++now);
    assertTrue(map().sign().open());
    assertEquals(ignored + 1, park.ignored());
    assertEquals(2, park.office().words().size());
  }

  @Test
  void successorKnowsWhatWasSaidAlready() {
    Operate close = new Operate(Optional.empty(), ++now, new Gate(false, STORM));
    park.apply(close, now);
    console(new Gate(true, Optional.empty()));
    Park successor = new Park(2);
    successor.restore(List.of(), now);
    successor.office().restore(park.office().takeChange().orElseThrow(), now);
    successor.apply(close, now);
    assertTrue(successor.map(List.of()).sign().open());
  }

  @Test
  void loginThatNothingIsHeardOfForHalfAnHourIsOver() {
    assertEquals(Outcome.DONE, boss(new Capacity(OptionalInt.of(5))));
    now += 29 * MINUTE_MILLIS;
    assertEquals(5, map().capacity());
    boss(new Present());
    assertEquals(1, park.office().words().size(), "being there is no news");
    now += 29 * MINUTE_MILLIS;
    assertEquals(Outcome.DONE, boss(new Capacity(OptionalInt.of(6))));
    now += 31 * MINUTE_MILLIS;
    assertEquals(Outcome.IDLE, boss(new Capacity(OptionalInt.of(7))));
    assertEquals(6, map().capacity());
  }

  @Test
  void loginThatTheRegistryEndedSaysNothingMore() {
    park.apply(new Ended(BOSS), ++now);
    assertEquals(Outcome.EXPIRED, boss(new Gate(false, STORM)));
    assertTrue(map().sign().open());
  }

  @Test
  void wordOfAnEarlierLoginIsNotListedAgain() {
    Operate close = new Operate(Optional.of(BOSS), ++now, new Gate(false, STORM));
    park.apply(close, now);
    now += HOUR_MILLIS;
    park.apply(new Operate(Optional.of(boss(now)), now, new Gate(true, Optional.empty())), now);
    List<SaidWord> words = park.office().words();
    park.apply(close, ++now);
    park.apply(new Operate(Optional.of(BOSS), TEN + 1, new Clear()), ++now);
    assertEquals(words, park.office().words());
  }

  @Test
  void newestWordsAreRemembered() {
    for (int guests = 1; guests <= SaidWord.WORDS_MAX + 1; guests++) {
      console(new Capacity(OptionalInt.of(guests)));
    }
    assertEquals(SaidWord.WORDS_MAX, park.office().words().size());
    assertEquals(new Capacity(OptionalInt.of(2)), park.office().words().getFirst().word());
  }

  @Test
  void changeIsNotedOnceAndAgainWhereThatFailed() {
    assertEquals(Optional.empty(), park.office().takeChange());
    console(new Gate(false, STORM));
    Optional<OfficeEntry> entry = park.office().takeChange();
    assertTrue(entry.isPresent());
    assertEquals(Optional.empty(), park.office().takeChange());
    park.office().giveBack();
    assertEquals(entry, park.office().takeChange());
  }
}
