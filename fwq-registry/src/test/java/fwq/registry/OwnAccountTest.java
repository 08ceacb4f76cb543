package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.registry.AccountData;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.OpenSession;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.Secret;
import fwq.registry.Revocations.Revocation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What guests can do with their own account, and nobody else with it. */
final class OwnAccountTest extends RegistryFixture {
  private static final Changes NEW_PASSWORD =
      Changes.NONE.withPassword(new Secret("another horse battery"));
  private static final Changes NEW_EMAIL = Changes.NONE.withEmail("mallory@example.org");

  private RegistryReply update(LoggedIn login, Changes changes, Optional<String> current)
      throws Exception {
    return guest.ask(new RegistryRequest.Update(login.ticket(), changes, current.map(Secret::new)));
  }

  private List<OpenSession> sessions(LoggedIn login) throws Exception {
    return assertInstanceOf(
            RegistryReply.Sessions.class,
            guest.ask(new RegistryRequest.ListSessions(login.ticket())))
        .sessions();
  }

  private RegistryReply end(LoggedIn asking, LoggedIn other) throws Exception {
    return guest.ask(new RegistryRequest.EndSession(asking.ticket(), other.session().issuedAt()));
  }

  private RegistryReply delete(LoggedIn login, String current) throws Exception {
    return guest.ask(new RegistryRequest.Delete(login.ticket(), new Secret(current)));
  }

  private List<Revocation> untold() throws Exception {
    return registry.accounts.revocations().untold(10, 0, 1);
  }

  @Test
  void newPasswordOrEmailNeedsThePresentPassword() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    for (Changes each : List.of(NEW_PASSWORD, NEW_EMAIL)) {
      assertInvalid("current", update(login, each, Optional.empty()));
      assertInvalid("current", update(login, each, Optional.of("a wrong password")));
    }
    assertEquals("pepe@example.org", guest.mustProfile(login.ticket()).email());
    assertInstanceOf(Done.class, update(login, NEW_EMAIL, Optional.of(Guest.PASSWORD)));
    assertInstanceOf(Done.class, update(login, NEW_PASSWORD, Optional.of(Guest.PASSWORD)));
    assertEquals("mallory@example.org", guest.mustProfile(login.ticket()).email());
    assertInstanceOf(Done.class, guest.rename(login.ticket(), "Ana"), "a name needs none");
  }

  @Test
  void whoHasATicketCannotGuessThePasswordWithIt() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    for (int i = 0; i <= LoginThrottle.FREE_FAILURES; i++) {
      assertInvalid("current", update(login, NEW_EMAIL, Optional.of("wrong " + i)));
    }
    assertEquals(
        RegistryError.TOO_MANY_ATTEMPTS,
        Guest.code(update(login, NEW_EMAIL, Optional.of(Guest.PASSWORD))));
    assertEquals(RegistryError.TOO_MANY_ATTEMPTS, Guest.code(delete(login, Guest.PASSWORD)));
    registry.clock.move(LoginThrottle.DELAY_MILLIS_MAX);
    assertInstanceOf(Done.class, update(login, NEW_EMAIL, Optional.of(Guest.PASSWORD)));
  }

  @Test
  void loginsAreListedNewestFirstWithWhereFrom() throws Exception {
    guest.mustRegister("ana");
    LoggedIn first = guest.mustLogin("ana");
    LoggedIn second = guest.mustLogin("ana");
    assertEquals(
        List.of(
            new OpenSession(second.session().issuedAt(), "127.0.0.1", false),
            new OpenSession(first.session().issuedAt(), "127.0.0.1", true)),
        sessions(first));
    guest.logout(first.ticket());
    assertEquals(
        RegistryError.EXPIRED,
        Guest.code(guest.ask(new RegistryRequest.ListSessions(first.ticket()))));
  }

  @Test
  void anotherLoginIsEndedWithThoseBeforeItAndTheParksAreTold() throws Exception {
    guest.mustRegister("ana");
    LoggedIn mine = guest.mustLogin("ana");
    LoggedIn older = guest.mustLogin("ana");
    LoggedIn other = guest.mustLogin("ana");
    LoggedIn newer = guest.mustLogin("ana");
    assertInstanceOf(Done.class, end(mine, other));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(other.ticket())));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(older.ticket())));
    guest.mustProfile(mine.ticket());
    guest.mustProfile(newer.ticket());
    assertEquals(List.of(new Revocation("ana", other.session().issuedAt())), untold());
    assertInstanceOf(Done.class, end(mine, mine), "one's own is for the logout");
    guest.mustProfile(mine.ticket());
    assertEquals(RegistryError.EXPIRED, Guest.code(end(other, mine)));
  }

  @Test
  void nobodyEndsAnotherGuestsLogin() throws Exception {
    guest.mustRegister("ana");
    guest.mustRegister("ben");
    LoggedIn ana = guest.mustLogin("ana");
    LoggedIn ben = guest.mustLogin("ben");
    assertInstanceOf(Done.class, end(ben, ana));
    guest.mustProfile(ana.ticket());
    assertEquals(List.of(), untold());
  }

  @Test
  void dataIsAllThatIsKnown() throws Exception {
    guest.mustRegister("ana");
    guest.mustRegister("ben");
    LoggedIn login = guest.mustLogin("ana");
    AccountData data =
        assertInstanceOf(
                RegistryReply.Exported.class, guest.ask(new RegistryRequest.Export(login.ticket())))
            .data();
    assertEquals(guest.mustProfile(login.ticket()), data.profile());
    assertEquals(registry.clock.millis(), data.registeredAt());
    assertEquals(sessions(login), data.sessions());
    assertEquals(List.of("127.0.0.1"), data.networks());
    assertEquals(2, data.audit().size(), "registered, logged in");
    assertTrue(data.audit().stream().noneMatch(line -> line.contains("ben")));
  }

  @Test
  void deletedAccountIsGoneTheParksAreToldAndNobodyGetsTheUsername() throws Exception {
    guest.mustRegister("Ana");
    LoggedIn login = guest.mustLogin("ana");
    guest.login("ana", "a wrong password");
    assertInvalid("current", delete(login, "another wrong one"));
    guest.mustProfile(login.ticket());
    assertInstanceOf(Done.class, delete(login, Guest.PASSWORD));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(login.ticket())));
    assertEquals(RegistryError.WRONG_CREDENTIALS, Guest.code(guest.login("ana", Guest.PASSWORD)));
    assertEquals(
        RegistryError.ALIAS_TAKEN,
        Guest.code(guest.register("aNA", "Mallory", "m@example.org", Guest.PASSWORD)));
    assertEquals(1, untold().size());
    assertEquals(login.session().issuedAt(), untold().getFirst().issuedAt());
    for (String table : List.of("accounts", "sessions", "known_households")) {
      assertEquals("0", sql("SELECT count(*) FROM " + table), table);
    }
    assertFalse(sql("SELECT group_concat(alias) FROM gone").isEmpty());
  }

  @Test
  void operatorsAccountIsNotDeleted() throws Exception {
    guest.mustRegister("boss");
    registry.accounts.operators().set(List.of("boss"));
    LoggedIn login = guest.mustLogin("boss");
    assertEquals(RegistryError.FORBIDDEN, Guest.code(delete(login, Guest.PASSWORD)));
  }

  @Test
  void nicknameIsNobodysUsername() throws Exception {
    guest.mustRegister("ana");
    guest.mustRegister("ben");
    LoggedIn login = guest.mustLogin("ana");
    assertInvalid("shownAs", guest.showAs(login.ticket(), "BEN"));
    assertInvalid(
        "shownAs",
        guest.ask(
            new RegistryRequest.Register(
                "eva", "Eva", "e@b.org", new Secret(Guest.PASSWORD), Optional.of("ana"))));
    assertInstanceOf(Done.class, guest.showAs(login.ticket(), "ANA"), "one's own is");
    assertInstanceOf(Done.class, guest.showAs(login.ticket(), "Carla"));
    assertEquals("Carla", guest.mustLogin("ana").session().shownAs());
    guest.mustRegister("carla");
    assertEquals("ana", guest.mustLogin("ana").session().shownAs(), "it is another's by now");
    assertEquals("carla", guest.mustLogin("carla").session().shownAs());
  }
}
