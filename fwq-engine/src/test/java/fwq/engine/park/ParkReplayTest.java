package fwq.engine.park;

import static fwq.engine.park.Said.enter;
import static fwq.engine.park.Said.here;
import static fwq.engine.park.Said.leave;
import static fwq.engine.park.Said.move;
import static fwq.engine.park.Said.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.Pace;
import fwq.common.talk.visit.VisitorEvent;
import fwq.engine.changelog.GuestEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was said once counts once; who is silent goes; what is noted brings everybody back. */
final class ParkReplayTest {
  private static final long NOW = 1_000_000;
  private static final long LIMIT = Park.SILENCE_LIMIT_MILLIS;
  private static final Session ANA = session("ana", NOW);
  private static final Session BEN = session("ben", NOW);

  private final Park park = new Park(1);

  private static Note silent(Session session) {
    return new Note(session.alias(), new Gone(session.issuedAt(), Departure.SILENT));
  }

  /** The engine lets time pass in a quiet park. */
  private static List<Note> passUntil(Park park, long end) {
    List<Note> notes = new ArrayList<>();
    for (long now = park.time(); now < end; ) {
      now = Math.min(end, now + 1_000);
      notes.addAll(park.pass(now));
    }
    return notes;
  }

  @Test
  void eventIsBelievedOnlyWhenItsTimeRises() {
    park.apply(enter(ANA, 10), NOW);
    park.apply(move("ana", 11, 1), NOW);
    park.apply(move("ana", 12, 2), NOW);
    assertEquals(List.of(), park.apply(move("ana", 11, 1), NOW));
    assertEquals(List.of(), park.apply(move("ana", 12, 3), NOW));
    assertEquals(List.of(), park.apply(leave("ana", 12), NOW));
    assertEquals(List.of(), park.apply(enter(ANA, 10), NOW));
    Position there = park.map(List.of()).visitors().getFirst().position();
    assertEquals(Position.ofCell(2), there);
  }

  @Test
  void replayedEnterAfterLeavingDoesNotLetIn() {
    park.apply(enter(ANA, 1), NOW);
    park.apply(leave("ana", 2), NOW);
    assertEquals(List.of(), park.apply(enter(ANA, 1), NOW));
    assertEquals(List.of(), park.apply(enter(ANA, 2), NOW));
    assertEquals(0, park.population());
    assertFalse(park.apply(enter(ANA, 3), NOW).isEmpty(), "a new one does");
  }

  @Test
  void replayedEnterAfterARefusalDoesNotLetIn() {
    park.apply(enter(BEN, 1), NOW);
    park.apply(enter(ANA, 1), NOW);
    park.apply(leave("ben", 2), NOW);
    assertEquals(List.of(), park.apply(enter(ANA, 1), NOW));
    assertEquals(0, park.population());
  }

  @Test
  void replayedEnterAfterSilenceDoesNotLetIn() {
    park.apply(enter(ANA, 1), NOW);
    park.apply(here("ana", 2), NOW);
    assertEquals(List.of(silent(ANA)), passUntil(park, NOW + LIMIT));
    assertEquals(List.of(), park.apply(enter(ANA, 1), NOW + LIMIT));
    assertEquals(List.of(), park.apply(enter(ANA, 2), NOW + LIMIT));
    assertEquals(0, park.population());
  }

  @Test
  void replayedEnterOfAnEndedSessionIsNotLetInOnceItIsForgotten() {
    park.apply(enter(ANA, 1), NOW);
    park.apply(leave("ana", 2), NOW);
    park.takeChanges();
    park.pass(ANA.expiresAt());
    park.apply(enter(ANA, 1), ANA.expiresAt());
    assertEquals(Map.of(), park.takeChanges(), "the clock may be set back");
    assertEquals(List.of(), park.apply(enter(ANA, 1), NOW));
    park.pass(ANA.expiresAt() + Tombstones.GRACE_MILLIS);
    assertEquals(Map.of("ana", Optional.empty()), park.takeChanges(), "nothing more to know");
    park.apply(enter(ANA, 1), park.time());
    assertEquals(0, park.population());
  }

  @Test
  void guestIsSilentAfterTenSecondsAndNotBefore() {
    assertEquals(10_000, LIMIT);
    park.apply(enter(ANA, 1), NOW);
    assertEquals(List.of(), passUntil(park, NOW + LIMIT - 1));
    assertEquals(List.of(silent(ANA)), park.pass(NOW + LIMIT));
    assertEquals(List.of(), park.pass(NOW + LIMIT));
    assertEquals(0, park.population());
  }

  @Test
  void everythingNewThatAGuestSaysBreaksTheSilence() {
    park.apply(enter(ANA, 1), NOW);
    long at = 2;
    for (VisitorEvent event :
        List.of(here("ana", at++), move("ana", at++, 1), move("ana", at++, 300), enter(ANA, at))) {
      assertEquals(List.of(), passUntil(park, park.time() + LIMIT - 1));
      park.apply(event, park.time());
    }
    assertEquals(List.of(), passUntil(park, park.time() + LIMIT - 1));
    assertEquals(List.of(silent(ANA)), park.pass(park.time() + 1));
  }

  @Test
  void replaysDoNotKeepASilentGuestInside() {
    park.apply(enter(ANA, 1), NOW);
    park.apply(here("ana", 2), NOW);
    for (long now = NOW; now < NOW + LIMIT; now += 500) {
      park.apply(here("ana", 2), now);
      park.apply(enter(ANA, 1), now);
      park.apply(leave("ana", 1), now);
    }
    assertEquals(List.of(silent(ANA)), park.pass(NOW + LIMIT));
  }

  @Test
  void silentGuestHasGoneBeforeSomeoneElseIsHeard() {
    park.apply(enter(ANA, 1), NOW);
    passUntil(park, NOW + LIMIT - 1);
    assertEquals(
        List.of(silent(ANA), new Note("ben", new Admitted(NOW, Position.GATE))),
        park.apply(enter(BEN, 1), NOW + LIMIT),
        "the place is free again");
  }

  @Test
  void onlyTheSilentGo() {
    Park large = new Park(100);
    for (int i = 0; i < 100; i++) {
      large.apply(enter(session("guest" + i, NOW), 1), NOW + i);
    }
    passUntil(large, NOW + 5_000);
    for (int i = 0; i < 100; i += 2) {
      large.apply(here("guest" + i, 2), NOW + 5_000);
    }
    assertEquals(25, passUntil(large, NOW + LIMIT + 49).size());
    assertEquals(25, passUntil(large, NOW + LIMIT + 99).size());
    assertEquals(50, large.population());
  }

  @Test
  void nobodyIsSilentWhileNothingCouldBeHeard() {
    for (long leap : new long[] {Park.LEAP_MILLIS, 60_000, 3_600_000, -3_600_000}) {
      Park away = new Park(1);
      away.apply(enter(ANA, 1), NOW);
      passUntil(away, NOW + 9_000);
      assertEquals(List.of(), away.pass(NOW + 9_000 + leap), "leap of " + leap);
      assertEquals(List.of(), passUntil(away, NOW + 9_000 + leap + LIMIT - 1));
      assertEquals(List.of(silent(ANA)), away.pass(NOW + 9_000 + leap + LIMIT));
    }
  }

  @Test
  void clockThatGoesBackALittleStandsStill() {
    park.apply(enter(ANA, 1), NOW);
    passUntil(park, NOW + 5_000);
    park.apply(here("ana", 2), NOW + 4_500);
    assertEquals(NOW + 5_000, park.time());
    assertEquals(List.of(), passUntil(park, NOW + 5_000 + LIMIT - 1));
    assertEquals(List.of(silent(ANA)), park.pass(NOW + 5_000 + LIMIT));
  }

  /** Everything there is to know of a park. */
  private static Park successorOf(Park before, int capacity) {
    Park after = new Park(capacity);
    after.restore(
        before.takeChanges().values().stream().flatMap(Optional::stream).toList(), before.time());
    return after;
  }

  @Test
  void successorKnowsWhoIsInsideAndWhoHasGone() {
    Park before = new Park(5);
    before.apply(enter(ANA, 1), NOW);
    before.apply(move("ana", 7, 21), NOW);
    before.apply(enter(BEN, 1), NOW);
    before.apply(leave("ben", 2), NOW);
    Park after = successorOf(before, 5);
    assertEquals(before.map(List.of()), after.map(List.of()));
    assertEquals(List.of(), after.apply(enter(BEN, 1), NOW), "a replay");
    assertEquals(List.of(), after.apply(move("ana", 7, 22), NOW), "a replay");
    assertEquals(
        List.of(new Note("ana", new Admitted(NOW, Position.ofCell(21)))),
        after.apply(enter(ANA, 8), NOW));
  }

  @Test
  void successorKnowsSinceWhenEachGuestIsSilent() {
    Park before = new Park(2);
    before.apply(enter(ANA, 1), NOW);
    before.apply(enter(BEN, 1), NOW + 2_000);
    passUntil(before, NOW + 4_000);
    Park after = successorOf(before, 2);
    assertEquals(List.of(silent(ANA)), passUntil(after, NOW + LIMIT));
    assertEquals(List.of(silent(BEN)), passUntil(after, NOW + 2_000 + LIMIT));
  }

  @Test
  void changesAreTakenOnceUnlessTheyAreGivenBack() {
    park.apply(enter(ANA, 1), NOW);
    var changes = park.takeChanges();
    assertEquals(Set.of("ana"), changes.keySet());
    assertEquals(Map.of(), park.takeChanges());
    park.apply(move("ana", 2, 1), NOW);
    park.takeChanges();
    park.giveBack(changes.keySet());
    long pace = NOW + 2 * Pace.EVENT_MILLIS;
    var entry = new GuestEntry(ANA, 2, NOW, Optional.of(Position.ofCell(1)), false, pace);
    assertEquals(Map.of("ana", Optional.of(entry)), park.takeChanges(), "as it is by now");
  }
}
