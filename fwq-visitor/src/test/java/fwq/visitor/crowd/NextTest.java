package fwq.visitor.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fwq.common.message.ErrorCode;
import fwq.common.message.ErrorReply;
import fwq.common.message.RegistryReply;
import fwq.common.message.Secret;
import fwq.common.message.Session;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NextTest {
  private static final Session SESSION = new Session("ana", 1, 2);

  @Test
  void aTakenNameOfOursIsLoggedIn() {
    assertEquals(new Next.LogIn(), Next.after(error(ErrorCode.ALIAS_TAKEN), false));
  }

  @Test
  void anUnknownNameIsRegisteredOnce() {
    assertEquals(new Next.Register(), Next.after(error(ErrorCode.WRONG_CREDENTIALS), false));
    assertInstanceOf(Next.TurnedAway.class, Next.after(error(ErrorCode.WRONG_CREDENTIALS), true));
  }

  @Test
  void aBusyRegistryIsAskedAgainWhenItSays() {
    for (ErrorCode code : new ErrorCode[] {ErrorCode.BUSY, ErrorCode.TOO_MANY_ATTEMPTS}) {
      assertEquals(
          new Next.Again(OptionalLong.of(750)),
          Next.after(ErrorReply.later(code, "later", 750), false));
    }
    assertEquals(
        new Next.Again(OptionalLong.empty()), Next.after(error(ErrorCode.UNAVAILABLE), false));
  }

  @Test
  void aRefusalIsPassedOnInItsOwnWords() {
    assertEquals(
        new Next.TurnedAway("a password has 8 characters"),
        Next.after(ErrorReply.invalid("password", "a password has 8 characters"), false));
  }

  @Test
  void aSessionKeyThatIsNoneTurnsTheGuestAway() {
    assertInstanceOf(
        Next.TurnedAway.class,
        Next.after(
            new RegistryReply.LoggedIn(new Secret("t"), SESSION, new Secret("short")), true));
  }

  private static ErrorReply error(ErrorCode code) {
    return ErrorReply.of(code, "no");
  }
}
