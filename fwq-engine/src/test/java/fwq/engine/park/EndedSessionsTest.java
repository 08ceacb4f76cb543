package fwq.engine.park;

import static fwq.engine.park.Said.HOUR_MILLIS;
import static fwq.engine.park.Said.ended;
import static fwq.engine.park.Said.enter;
import static fwq.engine.park.Said.here;
import static fwq.engine.park.Said.leave;
import static fwq.engine.park.Said.move;
import static fwq.engine.park.Said.session;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.ParkEvent;
import fwq.engine.changelog.GuestEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A logout, or a new password, ends the sessions before it and no other. */
final class EndedSessionsTest {
  private static final long NOW = 1_000_000;
  private static final Session OLDER = session("ana", NOW - 10);
  private static final Session ANA = session("ana", NOW);
  private static final Session NEWER = session("ana", NOW + 10);

  private final Map<String, GuestEntry> noted = new HashMap<>();
  private Park park = new Park(2);

  private List<Note> apply(ParkEvent event) {
    return park.apply(event, NOW);
  }

  private static List<Note> admitted(Session session, int cell) {
    return List.of(new Note("ana", new Admitted(session.issuedAt(), Position.ofCell(cell))));
  }

  private static List<Note> refused(Session session, Refusal why) {
    return List.of(new Note("ana", new Refused(session.issuedAt(), why)));
  }

  private void takeOver() {
    park.takeChanges()
        .forEach(
            (alias, entry) ->
                entry.ifPresentOrElse(known -> noted.put(alias, known), () -> noted.remove(alias)));
    Park successor = new Park(2);
    successor.restore(noted.values(), park.time());
    park = successor;
  }

  @Test
  void guestInsideIsSentHomeAndToldWhy() {
    apply(enter(ANA, 1));
    assertEquals(List.of(new Note("ana", new Gone(NOW, Departure.ENDED))), apply(ended(ANA)));
    assertEquals(0, park.population());
    assertEquals(List.of(), park.map(List.of()).cells());
  }

  @Test
  void olderSessionInsideIsSentHomeToo() {
    apply(enter(OLDER, 1));
    assertEquals(
        List.of(new Note("ana", new Gone(OLDER.issuedAt(), Departure.ENDED))), apply(ended(ANA)));
  }

  @Test
  void endedSessionsLetNobodyInAgain() {
    apply(enter(ANA, 1));
    apply(ended(ANA));
    assertEquals(refused(ANA, Refusal.EXPIRED), apply(enter(ANA, 2)));
    assertEquals(refused(ANA, Refusal.EXPIRED), apply(enter(ANA, 1)), "nor when it is repeated");
    assertEquals(refused(OLDER, Refusal.EXPIRED), apply(enter(OLDER, 3)));
    assertEquals(admitted(NEWER, 0), apply(enter(NEWER, 1)));
  }

  @Test
  void endedSessionThatWasNeverHereLetsNobodyIn() {
    assertEquals(List.of(), apply(ended(ANA)));
    assertEquals(refused(OLDER, Refusal.EXPIRED), apply(enter(OLDER, 1)));
    assertEquals(admitted(NEWER, 0), apply(enter(NEWER, 1)));
  }

  @Test
  void endedSessionThatHadLeftLetsNobodyIn() {
    apply(enter(ANA, 1));
    apply(leave("ana", 2));
    assertEquals(List.of(), apply(ended(ANA)));
    assertEquals(refused(ANA, Refusal.EXPIRED), apply(enter(ANA, 3)));
  }

  @Test
  void newerSessionIsLeftAloneHoweverOftenTheEndOfTheOlderIsRepeated() {
    apply(ended(ANA));
    apply(enter(NEWER, 1));
    apply(move("ana", 2, 1));
    assertEquals(List.of(), apply(ended(ANA)));
    assertEquals(List.of(), apply(ended(OLDER)));
    assertEquals(Optional.of(Position.ofCell(1)), park.guest("ana").map(Guest::position));
    apply(leave("ana", 3));
    assertEquals(List.of(), apply(ended(ANA)));
    assertEquals(refused(ANA, Refusal.SUPERSEDED), apply(enter(ANA, 9)));
    assertEquals(List.of(), apply(enter(NEWER, 1)), "what it said before is still known");
    assertEquals(admitted(NEWER, 0), apply(enter(NEWER, 4)));
  }

  @Test
  void sameEndTwiceIsNotedOnce() {
    apply(ended(ANA));
    assertEquals(Map.of("ana", Optional.of(GuestEntry.ended(ANA))), park.takeChanges());
    apply(ended(ANA));
    apply(ended(OLDER));
    apply(enter(ANA, 1));
    assertEquals(Map.of(), park.takeChanges());
  }

  @Test
  void successorKnowsWhatHasEnded() {
    apply(enter(ANA, 1));
    apply(ended(ANA));
    takeOver();
    assertEquals(refused(ANA, Refusal.EXPIRED), apply(enter(ANA, 2)));
    takeOver();
    assertEquals(refused(OLDER, Refusal.EXPIRED), apply(enter(OLDER, 2)));
    assertEquals(admitted(NEWER, 0), apply(enter(NEWER, 1)));
  }

  @Test
  void endIsForgottenAnHourAfterTheSessionsWouldHaveExpired() {
    apply(ended(ANA));
    park.takeChanges();
    park.pass(ANA.expiresAt() + HOUR_MILLIS - 1);
    assertEquals(Map.of(), park.takeChanges());
    park.pass(ANA.expiresAt() + HOUR_MILLIS);
    assertEquals(Map.of("ana", Optional.empty()), park.takeChanges());
    assertEquals(
        refused(ANA, Refusal.EXPIRED), park.apply(enter(ANA, 1), park.time()), "by its age");
  }

  @Test
  void endOfOneGuestIsNoOthers() {
    Session ben = session("ben", NOW - 1);
    apply(enter(ben, 1));
    apply(ended(ANA));
    assertEquals(List.of(), apply(here("ben", 2)));
    assertEquals(1, park.population());
  }
}
