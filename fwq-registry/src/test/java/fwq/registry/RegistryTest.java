package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.kit.json.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, passwords and tickets, as guests meet them: over a real socket. */
final class RegistryTest extends RegistryFixture {
  @Test
  void whoRegisteredCanLogInInAnyCaseAndIsNamedAsRegistered() throws Exception {
    guest.mustRegister("Ana");
    LoggedIn login = guest.mustLogin("aNA");
    assertEquals("Ana", login.session().alias());
    assertEquals(
        new ProfileOf("Ana", "Pepe Luis", "pepe@example.org", "Ana"),
        guest.mustProfile(login.ticket()));
  }

  @Test
  void blanksAroundAUsernameAreNotThePasswordsFault() throws Exception {
    guest.mustRegister("Ana7");
    assertEquals("Ana7", guest.mustLogin("Ana7 ").session().alias());
    assertEquals("Ana7", guest.mustLogin(" ana7").session().alias());
  }

  @Test
  void sessionKeyIsTheOneTheEngineDerives() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    byte[] event = "hello".getBytes(StandardCharsets.UTF_8);
    byte[] signature = SessionKey.decode(login.sessionKey()).sign(0, event);
    SessionKey engines = SessionKey.derive(OpenRegistry.SECRET, login.session());
    assertTrue(engines.verify(0, event, signature));
  }

  @Test
  void sqlAsUsernameIsRefusedAndCreatesNobody() throws Exception {
    assertInvalid("alias", guest.register(SQL, "n", "n@example.org", Guest.PASSWORD));
    assertEquals(RegistryError.WRONG_CREDENTIALS, Guest.code(guest.login("x", "p")));
    assertEquals(RegistryError.WRONG_CREDENTIALS, Guest.code(guest.login(SQL, Guest.PASSWORD)));
    assertEquals(RegistryError.WRONG_CREDENTIALS, Guest.code(guest.login("' OR 1=1 --", "x")));
  }

  @Test
  void sqlInEveryOtherFieldIsJustText() throws Exception {
    String email = "x','n','p',0,'1')--@example.org";
    assertInstanceOf(Done.class, guest.register("ana", SQL, email, SQL));
    Secret ticket = assertInstanceOf(LoggedIn.class, guest.login("ana", SQL)).ticket();
    assertEquals(new ProfileOf("ana", SQL, email, "ana"), guest.mustProfile(ticket));
    String drop = "Robert'); DROP TABLE accounts;--";
    assertInstanceOf(Done.class, guest.rename(ticket, drop));
    assertInstanceOf(Done.class, guest.changePassword(ticket, SQL, drop));
    assertEquals(drop, guest.mustProfile(ticket).name());
    assertInstanceOf(LoggedIn.class, guest.login("ana", drop));
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.profile(new Secret(SQL))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"register", "update", "login", "logout", "profile", "type"})
  void usernameThatIsACommandIsJustAName(String alias) throws Exception {
    guest.mustRegister(alias);
    Secret ticket = guest.mustLogin(alias).ticket();
    assertInstanceOf(Done.class, guest.rename(ticket, "register"));
    assertEquals("register", guest.mustProfile(ticket).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pepe Luis",
        " two  spaces ",
        "Ana \"la Grande\" O'Brien",
        "back\\slash, {brace}; 100%",
        "שָׁלוֹם עוֹלָם",
        "محمد علي",
        "日本太郎",
        "👩‍👩‍👧‍👦 🎢",
        "𝔸𝕟𝕒 𠜎",
        "İstanbul ß ﬁ"
      })
  void namesOfAllPeoplesComeBackAsGivenAndDoNotTouchThePassword(String name) throws Exception {
    assertInstanceOf(
        Done.class, guest.register("ana", name, "ana@example.org", name + " password"));
    LoggedIn login = assertInstanceOf(LoggedIn.class, guest.login("ana", name + " password"));
    assertEquals(name, guest.mustProfile(login.ticket()).name());
    assertEquals(RegistryError.WRONG_CREDENTIALS, Guest.code(guest.login("ana", "Luis")));
  }

  @Test
  void nulIsRefusedInEveryField() throws Exception {
    assertInvalid("alias", guest.register("a\0", "n", "n@example.org", Guest.PASSWORD));
    assertInvalid("name", guest.register("a", "n\0", "n@example.org", Guest.PASSWORD));
    assertInvalid("email", guest.register("a", "n", "n\0@example.org", Guest.PASSWORD));
    assertInvalid("password", guest.register("a", "n", "n@example.org", "secret\0secret"));
  }

  @Test
  void nobodyIsChangedWithoutATicketThatIsGood() throws Exception {
    guest.mustRegister("ana");
    for (String ticket : List.of("", "ana", "nobody", "-1", "a.b.c")) {
      assertEquals(RegistryError.EXPIRED, Guest.code(guest.rename(new Secret(ticket), "Mallory")));
    }
    Tickets forger =
        new Tickets(OpenRegistry.KEYS, OpenRegistry.KEYS, Session.LIFETIME, registry.clock);
    Secret nobody = forger.issue("nobody", "nobody", Role.GUEST, registry.clock.millis()).ticket();
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.rename(nobody, "Mallory")));
    assertEquals("Pepe Luis", guest.mustProfile(guest.mustLogin("ana").ticket()).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "correct horse batterY", "correct horse battery ", "0", "true"})
  void wrongPasswordIsNotAdmitted(String password) throws Exception {
    guest.mustRegister("ana");
    assertEquals(RegistryError.WRONG_CREDENTIALS, Guest.code(guest.login("ana", password)));
  }

  @Test
  void unknownUsernameAndWrongPasswordGetTheSameAnswer() throws Exception {
    guest.mustRegister("ana");
    assertEquals(guest.login("nobody", Guest.PASSWORD), guest.login("ana", "wrong"));
  }

  @Test
  void takenUsernameIsRefusedInAnyCaseAndTheFirstOwnerKeepsIt() throws Exception {
    guest.mustRegister("ana");
    RegistryReply second = guest.register("ANA", "Mallory", "m@example.org", "mallory's own");
    assertEquals(RegistryError.ALIAS_TAKEN, Guest.code(second));
    assertEquals(RegistryError.WRONG_CREDENTIALS, Guest.code(guest.login("ana", "mallory's own")));
    assertEquals("Pepe Luis", guest.mustProfile(guest.mustLogin("ana").ticket()).name());
  }

  @Test
  void ofManyWhoRegisterOneUsernameAtOnceExactlyOneWins() throws Exception {
    int rivals = 16;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<RegistryReply>> attempts = new ArrayList<>();
      for (int i = 0; i < rivals; i++) {
        String alias = i % 2 == 0 ? "ana" : "ANA";
        String password = "password of rival " + i;
        Guest rival = registry.guest();
        attempts.add(() -> rival.register(alias, "Ana", "ana@example.org", password));
      }
      List<Integer> winners = new ArrayList<>();
      int rival = 0;
      for (Future<RegistryReply> attempt : pool.invokeAll(attempts)) {
        if (attempt.get() instanceof Done) {
          winners.add(rival);
        } else {
          assertEquals(RegistryError.ALIAS_TAKEN, Guest.code(attempt.get()));
        }
        rival++;
      }
      assertEquals(1, winners.size());
      String winning = "password of rival " + winners.getFirst();
      assertInstanceOf(LoggedIn.class, guest.login("ana", winning));
    }
  }
}
