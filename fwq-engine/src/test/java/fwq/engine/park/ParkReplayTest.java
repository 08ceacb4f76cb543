package fwq.engine.park;

import static fwq.engine.park.Said.enter;
import static fwq.engine.park.Said.here;
import static fwq.engine.park.Said.leave;
import static fwq.engine.park.Said.move;
import static fwq.engine.park.Said.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.message.EngineMessage.Admitted;
import fwq.common.message.EngineMessage.Departure;
import fwq.common.message.EngineMessage.Gone;
import fwq.common.message.GuestEntry;
import fwq.common.message.Session;
import fwq.common.park.Position;
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

  @Test
  void eventIsBelievedOnlyWhenItsTimeRises() {
    park.apply(enter(ANA, 10), NOW);
    park.apply(move("ana", 11, 1), NOW);
    park.apply(move("ana", 12, 2), NOW);
    assertEquals(Optional.empty(), park.apply(move("ana", 11, 1), NOW));
    assertEquals(Optional.empty(), park.apply(move("ana", 12, 3), NOW));
    assertEquals(Optional.empty(), park.apply(leave("ana", 12), NOW));
    assertEquals(Optional.empty(), park.apply(enter(ANA, 10), NOW));
    Position there = park.map(List.of()).visitors().getFirst().position();
    assertEquals(Position.ofCell(2), there);
  }

  @Test
  void replayedEnterAfterLeavingDoesNotLetIn() {
    park.apply(enter(ANA, 1), NOW);
    park.apply(leave("ana", 2), NOW);
    assertEquals(Optional.empty(), park.apply(enter(ANA, 1), NOW));
    assertEquals(Optional.empty(), park.apply(enter(ANA, 2), NOW));
    assertEquals(0, park.population());
    assertTrue(park.apply(enter(ANA, 3), NOW).isPresent(), "a new one does");
  }

  @Test
  void replayedEnterAfterARefusalDoesNotLetIn() {
    park.apply(enter(BEN, 1), NOW);
    park.apply(enter(ANA, 1), NOW);
    park.apply(leave("ben", 2), NOW);
    assertEquals(Optional.empty(), park.apply(enter(ANA, 1), NOW));
    assertEquals(0, park.population());
  }

  @Test
  void replayedEnterAfterSilenceDoesNotLetIn() {
    park.apply(enter(ANA, 1), NOW);
    park.apply(here("ana", 2), NOW);
    assertEquals(List.of(silent(ANA)), park.expire(NOW + LIMIT));
    assertEquals(Optional.empty(), park.apply(enter(ANA, 1), NOW + LIMIT));
    assertEquals(Optional.empty(), park.apply(enter(ANA, 2), NOW + LIMIT));
    assertEquals(0, park.population());
  }

  @Test
  void replayedEnterOfAnEndedSessionIsNotLetInOnceItIsForgotten() {
    park.apply(enter(ANA, 1), NOW);
    park.apply(leave("ana", 2), NOW);
    park.takeChanges();
    park.expire(ANA.expiresAt());
    assertEquals(Map.of("ana", Optional.empty()), park.takeChanges(), "nothing more to know");
    park.apply(enter(ANA, 1), ANA.expiresAt());
    assertEquals(0, park.population());
  }

  @Test
  void guestIsSilentAfterTenSecondsAndNotBefore() {
    assertEquals(10_000, LIMIT);
    park.apply(enter(ANA, 1), NOW);
    assertEquals(List.of(), park.expire(NOW + LIMIT - 1));
    assertEquals(List.of(silent(ANA)), park.expire(NOW + LIMIT));
    assertEquals(List.of(), park.expire(NOW + LIMIT));
    assertEquals(0, park.population());
  }

  @Test
  void everythingNewThatAGuestSaysBreaksTheSilence() {
    park.apply(enter(ANA, 1), NOW);
    park.apply(here("ana", 2), NOW + 9_000);
    park.apply(move("ana", 3, 1), NOW + 18_000);
    park.apply(move("ana", 4, 300), NOW + 27_000);
    park.apply(enter(ANA, 5), NOW + 36_000);
    assertEquals(List.of(), park.expire(NOW + 45_999));
    assertEquals(List.of(silent(ANA)), park.expire(NOW + 46_000));
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
    assertEquals(List.of(silent(ANA)), park.expire(NOW + LIMIT));
  }

  @Test
  void onlyTheSilentGo() {
    Park large = new Park(100);
    for (int i = 0; i < 100; i++) {
      large.apply(enter(session("guest" + i, NOW), 1), NOW + i);
    }
    for (int i = 0; i < 100; i += 2) {
      large.apply(here("guest" + i, 2), NOW + 5_000);
    }
    assertEquals(25, large.expire(NOW + LIMIT + 49).size());
    assertEquals(25, large.expire(NOW + LIMIT + 99).size());
    assertEquals(50, large.population());
  }

  @Test
  void nobodyIsSilentWhileTheParkWasAway() {
    park.apply(enter(ANA, 1), NOW);
    park.resume(NOW + 60_000);
    assertEquals(List.of(), park.expire(NOW + 60_000 + LIMIT - 1));
    assertEquals(List.of(silent(ANA)), park.expire(NOW + 60_000 + LIMIT));
  }

  @Test
  void successorKnowsWhoIsInsideAndWhoHasGone() {
    Park before = new Park(5);
    before.apply(enter(ANA, 1), NOW);
    before.apply(move("ana", 7, 21), NOW);
    before.apply(enter(BEN, 1), NOW);
    before.apply(leave("ben", 2), NOW);
    Park after = new Park(5);
    for (Optional<GuestEntry> entry : before.takeChanges().values()) {
      after.restore(entry.orElseThrow(), NOW);
    }
    assertEquals(before.map(List.of()), after.map(List.of()));
    assertEquals(Optional.empty(), after.apply(enter(BEN, 1), NOW), "a replay");
    assertEquals(Optional.empty(), after.apply(move("ana", 7, 22), NOW), "a replay");
    assertEquals(
        Optional.of(new Note("ana", new Admitted(NOW, Position.ofCell(21)))),
        after.apply(enter(ANA, 8), NOW));
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
    var entry = new GuestEntry(ANA, 2, Optional.of(Position.ofCell(1)));
    assertEquals(Map.of("ana", Optional.of(entry)), park.takeChanges(), "as it is by now");
  }
}
