package fwq.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.Rejection;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.guest.Visit.Reason;
import fwq.guest.Visit.State;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to another login, or was said of another stay, as a guest hears it. */
class VisitOverheardTest {
  private static final long OWN = 5_000;
  private static final long T = 100_000;
  private static final Session SESSION = new Session("ana", OWN, 1_000_000_000);

  private final Visit visit = new Visit(SESSION);

  static Stream<Answer> newerLoginIsThere() {
    return Stream.of(
        new Admitted(OWN + 1, Position.GATE),
        new Refused(OWN + 1, Refusal.FULL),
        new Rejected(OWN + 1, Rejection.TOO_FAR, Position.GATE),
        new Gone(OWN + 1, Departure.LEFT));
  }

  /** An owner that takes the park over says only how things stand by then. */
  @ParameterizedTest
  @MethodSource
  void newerLoginIsThere(Answer answer) {
    inside();
    assertEquals(Optional.empty(), visit.heard(answer, T + 1));
    assertEquals(new State.Outside(Optional.of(Reason.SUPERSEDED)), visit.state());
  }

  @Test
  void newerLoginThatHadEndedMakesTheGuestAsk() {
    inside();
    Answer answer = new Refused(OWN + 1, Refusal.EXPIRED);
    assertEquals(Optional.of(new Enter(SESSION, T + 1)), visit.heard(answer, T + 1));
    assertEquals(Optional.empty(), visit.heard(answer, T + 2));
  }

  /** In, out and in again, and the answers come late: the first is that of the stay before. */
  @Test
  void admissionOfTheStayBeforeIsFoundOut() {
    visit.enter(T);
    visit.leave(T + 1);
    visit.enter(T + 2);
    visit.heard(new Admitted(OWN, Position.GATE), T + 3);
    assertEquals(
        Optional.of(new Enter(SESSION, T + 4)), visit.heard(new Gone(OWN, Departure.LEFT), T + 4));
    visit.heard(new Refused(OWN, Refusal.FULL), T + 5);
    assertEquals(Optional.of(Reason.FULL), visit.reason());
  }

  private void inside() {
    visit.enter(T);
    visit.heard(new Admitted(OWN, Position.GATE), T);
  }
}
