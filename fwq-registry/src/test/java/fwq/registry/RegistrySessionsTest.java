package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins, tickets, and what ends them. */
final class RegistrySessionsTest extends RegistryFixture {
  @Test
  void eachLoginIsIssuedLaterThanTheOneBeforeEvenWhenTheClockIsSetBack() throws Exception {
    guest.mustRegister("ana");
    long before = 0;
    for (long step : new long[] {0, 0, -60_000, 0, 120_000}) {
      registry.clock.move(step);
      long issuedAt = guest.mustLogin("ana").session().issuedAt();
      assertTrue(issuedAt > before, issuedAt + " after " + before);
      before = issuedAt;
    }
    assertEquals(registry.clock.millis(), before);
  }

  @Test
  void newerLoginLeavesTheOlderTicketGood() throws Exception {
    guest.mustRegister("ana");
    LoggedIn older = guest.mustLogin("ana");
    LoggedIn newer = guest.mustLogin("ana");
    assertNotEquals(older.session().issuedAt(), newer.session().issuedAt());
    guest.mustProfile(older.ticket());
    guest.mustProfile(newer.ticket());
  }

  @Test
  void logoutEndsThatTicketAndThoseBeforeItForGoodAndNoOther() throws Exception {
    guest.mustRegister("ana");
    LoggedIn older = guest.mustLogin("ana");
    LoggedIn one = guest.mustLogin("ana");
    LoggedIn other = guest.mustLogin("ana");
    assertInstanceOf(Done.class, guest.logout(one.ticket()));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(one.ticket())));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.rename(one.ticket(), "Mallory")));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.logout(one.ticket())));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(older.ticket())));
    guest.mustProfile(other.ticket());
    close();
    open();
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(one.ticket())));
  }

  @Test
  void newPasswordEndsTheOtherSessionsButNotTheOneThatChangedIt() throws Exception {
    guest.mustRegister("ana");
    LoggedIn older = guest.mustLogin("ana");
    LoggedIn mine = guest.mustLogin("ana");
    LoggedIn newer = guest.mustLogin("ana");
    assertInstanceOf(Done.class, guest.changePassword(mine.ticket(), "a new password"));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(older.ticket())));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(newer.ticket())));
    guest.mustProfile(mine.ticket());
    assertEquals(RegistryError.WRONG_CREDENTIALS, Guest.code(guest.login("ana", Guest.PASSWORD)));
    assertInstanceOf(LoggedIn.class, guest.login("ana", "a new password"));
  }

  @Test
  void guestChoosesHowToBeShownFromTheNextLoginOn() throws Exception {
    guest.mustRegister("ana");
    LoggedIn first = guest.mustLogin("ana");
    assertEquals("ana", first.session().shownAs());
    assertEquals("ana", guest.mustProfile(first.ticket()).shownAs());
    for (String shownAs : new String[] {"Ana B. 2", "", "ana"}) {
      assertInstanceOf(Done.class, guest.showAs(first.ticket(), shownAs));
      assertEquals(shownAs, guest.mustProfile(first.ticket()).shownAs());
      LoggedIn next = guest.mustLogin("ana");
      assertEquals(shownAs, next.session().shownAs());
      SessionKey key = SessionKey.derive(OpenRegistry.SECRET, next.session());
      assertEquals(key.encode().reveal(), next.sessionKey().reveal());
      assertInstanceOf(Done.class, guest.rename(first.ticket(), "Ana María"));
      assertEquals(shownAs, guest.mustProfile(first.ticket()).shownAs(), "as it is");
    }
    assertInvalid("shownAs", guest.showAs(first.ticket(), " \u001b[2J"));
  }

  @Test
  void guestChoosesHowToBeShownWhenRegistering() throws Exception {
    RegistryReply registered =
        guest.ask(
            new RegistryRequest.Register(
                "ben", "Ben", "b@example.org", new Secret(Guest.PASSWORD), Optional.of("")));
    assertInstanceOf(Done.class, registered);
    assertEquals("", guest.mustLogin("ben").session().shownAs());
    assertInvalid(
        "shownAs",
        guest.ask(
            new RegistryRequest.Register(
                "cem", "C", "c@example.org", new Secret(Guest.PASSWORD), Optional.of("c\n"))));
  }

  @Test
  void updateWithOneBadFieldChangesNothing() throws Exception {
    guest.mustRegister("ana");
    Secret ticket = guest.mustLogin("ana").ticket();
    assertInvalid("name", guest.rename(ticket, "two\nlines"));
    assertInvalid("password", guest.changePassword(ticket, "short"));
    assertEquals("Pepe Luis", guest.mustProfile(ticket).name());
    guest.mustLogin("ana");
  }

  @Test
  void ticketExpiresAfterItsTime() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    registry.clock.move(login.session().expiresAt() - registry.clock.millis() - 1);
    guest.mustProfile(login.ticket());
    registry.clock.move(1);
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(login.ticket())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "nobody"})
  void guessingIsSlowedDownWhetherOrNotTheUsernameExists(String alias) throws Exception {
    guest.mustRegister("ana");
    for (int i = 0; i < 5; i++) {
      assertEquals(RegistryError.WRONG_CREDENTIALS, Guest.code(guest.login(alias, "wrong")));
    }
    ErrorReply slowed =
        assertInstanceOf(RegistryReply.Refused.class, guest.login(alias, Guest.PASSWORD)).error();
    assertEquals("TOO_MANY_ATTEMPTS", slowed.code());
    assertEquals(1_000, slowed.retryAfterMillis().orElseThrow());
    registry.clock.move(1_000);
    String again = alias.equals("ana") ? null : "WRONG_CREDENTIALS";
    RegistryReply reply = guest.login(alias, Guest.PASSWORD);
    assertEquals(
        again, reply instanceof RegistryReply.Refused(ErrorReply error) ? error.code() : null);
  }

  @Test
  void restartGivesNobodyNewGuesses() throws Exception {
    guest.mustRegister("ana");
    for (int i = 0; i < 6; i++) {
      guest.login("ana", "wrong");
      registry.clock.move(i < 5 ? 1_000 : 0);
    }
    close();
    open();
    ErrorReply slowed =
        assertInstanceOf(RegistryReply.Refused.class, guest.login("ana", Guest.PASSWORD)).error();
    assertEquals("TOO_MANY_ATTEMPTS", slowed.code());
  }

  @Test
  void loginRenewsAHashThatIsCheaperThanTodays() throws Exception {
    guest.mustRegister("ana");
    guest.mustRegister("bob");
    close();
    openWith(new PasswordHash.Cost(16, 1, 1));
    guest.mustLogin("ana");
    assertEquals(RegistryError.WRONG_CREDENTIALS, Guest.code(guest.login("bob", "wrong")));
    assertTrue(sql("SELECT password FROM accounts WHERE alias = 'ana'").contains("$m=16,"));
    assertTrue(sql("SELECT password FROM accounts WHERE alias = 'bob'").contains("$m=8,"));
    guest.mustLogin("ana");
  }

  @Test
  void loginSucceedsWhenItsHashCannotBeRenewed() throws Exception {
    guest.mustRegister("ana");
    close();
    openWith(new PasswordHash.Cost(16, 1, 1));
    sql(
        "CREATE TRIGGER full BEFORE UPDATE OF password ON accounts"
            + " BEGIN SELECT RAISE(ABORT, 'no'); END");
    guest.mustLogin("ana");
    assertTrue(sql("SELECT password FROM accounts").contains("$m=8,"));
  }

  @Test
  void ofManyWhoLogInAtOnceWithAnOutdatedHashAllAreLetIn() throws Exception {
    guest.mustRegister("ana");
    close();
    openWith(new PasswordHash.Cost(16, 1, 1));
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<RegistryReply>> attempts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Guest one = registry.guest();
        attempts.add(() -> one.login("ana", Guest.PASSWORD));
      }
      for (Future<RegistryReply> attempt : pool.invokeAll(attempts)) {
        assertInstanceOf(LoggedIn.class, attempt.get());
      }
    }
  }

  @Test
  void restartKeepsAccountsAndSessions() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    close();
    open();
    guest.mustProfile(login.ticket());
    assertTrue(guest.mustLogin("ana").session().issuedAt() > login.session().issuedAt());
    assertFalse(guest.register("ana", "n", "n@example.org", Guest.PASSWORD) instanceof Done);
  }
}
