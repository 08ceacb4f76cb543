package fwq.visitor.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fwq.common.signing.Session;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NextTest {
  private static final Session SESSION = new Session("ana", 1, 2);

  @Test
  void aTakenNameOfOursIsLoggedIn() {
    assertEquals(new Next.LogIn(), Next.after(error(RegistryError.ALIAS_TAKEN), false));
  }

  @Test
  void anUnknownNameIsRegisteredOnce() {
    assertEquals(new Next.Register(), Next.after(error(RegistryError.WRONG_CREDENTIALS), false));
    assertInstanceOf(
        Next.TurnedAway.class, Next.after(error(RegistryError.WRONG_CREDENTIALS), true));
  }

  @Test
  void aBusyRegistryIsAskedAgainWhenItSays() {
    for (Enum<?> code : List.of(ErrorCode.BUSY, RegistryError.TOO_MANY_ATTEMPTS)) {
      assertEquals(
          new Next.Again(OptionalLong.of(750)),
          Next.after(RegistryReply.Refused.later(code, "later", 750), false));
    }
    assertEquals(
        new Next.Again(OptionalLong.empty()), Next.after(error(ErrorCode.UNAVAILABLE), false));
  }

  @Test
  void aRefusalIsPassedOnInItsOwnWords() {
    assertEquals(
        new Next.TurnedAway("a password has 8 characters"),
        Next.after(
            RegistryReply.Refused.invalid("password", "a password has 8 characters"), false));
  }

  @Test
  void aSessionKeyThatIsNoneTurnsTheGuestAway() {
    assertInstanceOf(
        Next.TurnedAway.class,
        Next.after(
            new RegistryReply.LoggedIn(new Secret("t"), SESSION, new Secret("short")), true));
  }

  private static RegistryReply error(Enum<?> code) {
    return RegistryReply.Refused.of(code, "no");
  }
}
