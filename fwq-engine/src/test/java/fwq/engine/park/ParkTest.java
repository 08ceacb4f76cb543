package fwq.engine.park;

import static fwq.engine.park.Said.enter;
import static fwq.engine.park.Said.here;
import static fwq.engine.park.Said.leave;
import static fwq.engine.park.Said.move;
import static fwq.engine.park.Said.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.Rejection;
import fwq.common.talk.visit.Pace;
import fwq.common.talk.visit.VisitorEvent;
import fwq.engine.changelog.GuestEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is let in, who goes, and what steps count. */
final class ParkTest {
  private static final long NOW = 1_000_000;
  private static final Session ANA = session("ana", NOW);
  private static final Session BEN = session("ben", NOW);
  private static final Session EVA = session("eva", NOW);

  private final Park park = new Park(2);

  private List<Note> apply(VisitorEvent event) {
    return park.apply(event, NOW);
  }

  private static List<Note> admitted(Session session, int cell) {
    return List.of(
        new Note(session.alias(), new Admitted(session.issuedAt(), Position.ofCell(cell))));
  }

  private static List<Note> refused(Session session, Refusal why) {
    return List.of(new Note(session.alias(), new Refused(session.issuedAt(), why)));
  }

  private static List<Note> gone(Session session, Departure why) {
    return List.of(new Note(session.alias(), new Gone(session.issuedAt(), why)));
  }

  private static List<Note> notInside(String alias) {
    return List.of(new Note(alias, new Gone(0, Departure.NOT_INSIDE)));
  }

  private int cellOf(String alias) {
    return park.map(List.of()).visitors().stream()
        .filter(visitor -> visitor.name().equals(alias))
        .map(ParkMap.Whereabouts::position)
        .mapToInt(Position::cell)
        .sum();
  }

  @Test
  void guestComesInAtTheGate() {
    assertEquals(admitted(ANA, 0), apply(enter(ANA, 1)));
    assertEquals(
        List.of(new ParkMap.Whereabouts("ana", Position.GATE)), park.map(List.of()).visitors());
  }

  @Test
  void enteringTwiceTakesOnePlace() {
    apply(enter(ANA, 1));
    apply(move("ana", 2, 21));
    assertEquals(admitted(ANA, 21), apply(enter(ANA, 3)), "and keeps the position");
    assertEquals(1, park.population());
    assertEquals(admitted(BEN, 0), apply(enter(BEN, 1)));
  }

  @Test
  void leavingTwiceFreesOnePlace() {
    apply(enter(ANA, 1));
    apply(enter(BEN, 1));
    assertEquals(gone(ANA, Departure.LEFT), apply(leave("ana", 2)));
    assertEquals(notInside("ana"), apply(leave("ana", 3)));
    assertEquals(admitted(EVA, 0), apply(enter(EVA, 1)));
    assertEquals(refused(ANA, Refusal.FULL), apply(enter(ANA, 4)));
    assertEquals(2, park.population());
  }

  @Test
  void leavingWhenOutsideFreesNothing() {
    apply(enter(ANA, 1));
    apply(enter(BEN, 1));
    assertEquals(List.of(), apply(leave("eva", 1)), "nobody can have signed it");
    assertEquals(refused(EVA, Refusal.FULL), apply(enter(EVA, 2)));
  }

  @Test
  void lastPlaceIsTakenAndTheNextGuestIsRefused() {
    for (int capacity = 1; capacity <= 50; capacity++) {
      Park full = new Park(capacity);
      for (int i = 0; i < capacity; i++) {
        Session session = session("guest" + i, NOW);
        assertEquals(admitted(session, 0), full.apply(enter(session, 1), NOW));
      }
      assertEquals(refused(ANA, Refusal.FULL), full.apply(enter(ANA, 1), NOW));
      assertEquals(capacity, full.population());
    }
  }

  @Test
  void guestsOfAFullParkMoveAndLeave() {
    apply(enter(ANA, 1));
    apply(enter(BEN, 1));
    assertEquals(List.of(), apply(move("ana", 2, 1)));
    assertEquals(1, cellOf("ana"));
    assertEquals(gone(ANA, Departure.LEFT), apply(leave("ana", 3)));
    assertEquals(admitted(EVA, 0), apply(enter(EVA, 1)));
  }

  @Test
  void stepOfSomeoneWhoNeverEnteredLetsNobodyIn() {
    assertEquals(List.of(), apply(move("ana", 1, 1)));
    assertEquals(List.of(), apply(here("ana", 2)));
    assertEquals(0, park.population());
    assertEquals(List.of(), park.map(List.of()).cells());
  }

  @Test
  void stepInEachDirectionAcrossEachEdgeCounts() {
    long at = 1;
    apply(enter(ANA, at));
    Position position = Position.GATE;
    for (int round = 0; round < 25; round++) {
      for (Direction direction : Direction.values()) {
        // Twenty steps one way come round to where they began.
        for (int step = 0; step < (round == 0 ? 20 : round % 7); step++) {
          position = position.step(direction);
          at++;
          assertEquals(
              List.of(),
              park.apply(move("ana", at, position.cell()), NOW + at * Pace.EVENT_MILLIS));
          assertEquals(position.cell(), cellOf("ana"));
        }
      }
    }
  }

  @Test
  void everyStepOfMoreThanOneCellIsRejected() {
    for (int from = 0; from < Position.CELLS; from++) {
      Park fresh = new Park(1);
      fresh.restore(List.of(new GuestEntry(ANA, 0, NOW, Optional.of(Position.ofCell(from)))), NOW);
      int possible = 0;
      for (int to = 0; to < Position.CELLS; to++) {
        long at = 1 + 2L * to;
        long now = NOW + at * Pace.EVENT_MILLIS;
        List<Note> answer = fresh.apply(move("ana", at, to), now);
        if (answer.isEmpty()) {
          possible++;
          fresh.apply(move("ana", at + 1, from), now);
        } else {
          var here = new Rejected(NOW, Rejection.TOO_FAR, Position.ofCell(from));
          assertEquals(List.of(new Note("ana", here)), answer);
        }
      }
      assertEquals(9, possible, "eight neighbours and the cell itself, from " + from);
    }
  }

  @Test
  void twoGuestsInOneCellAreBothThere() {
    apply(enter(ANA, 1));
    apply(enter(BEN, 1));
    ParkMap map = park.map(List.of());
    assertEquals(List.of(new ParkMap.Headcount(Position.GATE, 2)), map.cells());
    assertEquals(2, map.visitors().size());
  }

  @Test
  void sessionThatHasEndedDoesNotLetIn() {
    long end = ANA.expiresAt();
    assertEquals(refused(ANA, Refusal.EXPIRED), new Park(1).apply(enter(ANA, 1), end));
    assertEquals(admitted(ANA, 0), park.apply(enter(ANA, 1), end - 1));
    assertEquals(gone(ANA, Departure.EXPIRED), park.apply(here("ana", 2), end));
    assertEquals(0, park.population());
  }

  @Test
  void newerLoginTakesThePlaceOver() {
    Session newer = session("ana", NOW + 5);
    apply(enter(ANA, 100));
    apply(move("ana", 101, 21));
    assertEquals(admitted(newer, 21), apply(enter(newer, 1)), "whatever its clock says");
    assertEquals(1, park.population());
    assertEquals(Optional.of(newer), park.guest("ana").map(Guest::session));
  }

  @Test
  void olderLoginIsRefusedOnceThereIsANewerOne() {
    Session newer = session("ana", NOW + 5);
    apply(enter(newer, 1));
    assertEquals(refused(ANA, Refusal.SUPERSEDED), apply(enter(ANA, 200)));
    apply(leave("ana", 2));
    assertEquals(refused(ANA, Refusal.SUPERSEDED), apply(enter(ANA, 300)), "even when it has left");
    assertEquals(Optional.empty(), park.guest("ana").map(Guest::session));
  }

  @Test
  void parkForNobodyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Park(0));
  }
}
