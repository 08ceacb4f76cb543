package fwq.broker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EndedSessionsTest {
  private static final long LIFETIME = Session.LIFETIME.toMillis();

  private final EndedSessions sessions = new EndedSessions(3);

  @BeforeEach
  void allTold() {
    sessions.allTold();
  }

  @Test
  void sessionAndThoseOfTheSameGuestBeforeItAreOver() {
    sessions.end("ana", 50, 60);
    assertTrue(sessions.isOver("ana", 49));
    assertTrue(sessions.isOver("ana", 50));
    assertFalse(sessions.isOver("ana", 51));
    assertFalse(sessions.isOver("eva", 49));
  }

  @Test
  void whatIsToldAgainLateChangesNothing() {
    sessions.end("ana", 50, 60);
    sessions.end("ana", 40, 60);
    assertTrue(sessions.isOver("ana", 50));
  }

  @Test
  void untilAllIsToldEverySessionIsTakenForOver() {
    EndedSessions early = new EndedSessions(3);
    assertTrue(early.isOver("eva", 7));
    early.allTold();
    assertFalse(early.isOver("eva", 7));
  }

  @Test
  void expiredSessionsMakeRoomForOthers() {
    sessions.end("a", 1, 2);
    sessions.end("b", 2, 3);
    sessions.end("c", LIFETIME, LIFETIME);
    sessions.end("d", LIFETIME + 3, LIFETIME + 3);
    assertFalse(sessions.isOver("eva", 3), "none but the expired were forgotten");
    assertTrue(sessions.isOver("c", LIFETIME));
  }

  @Test
  void whoeverCannotBeHeldTakesAllSessionsOfThatAgeAlong() {
    sessions.end("a", 10, 100);
    sessions.end("b", 20, 100);
    sessions.end("c", 30, 100);
    sessions.end("d", 40, 100);
    assertTrue(sessions.isOver("a", 10), "it is not forgotten");
    assertTrue(sessions.isOver("eva", 10), "eva has to log in again");
    assertFalse(sessions.isOver("eva", 11));
    assertTrue(sessions.isOver("b", 20));
  }
}
