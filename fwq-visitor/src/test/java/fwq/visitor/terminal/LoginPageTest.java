package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import fwq.kit.net.HostPort;
import fwq.kit.tls.KeyPin;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import fwq.tui.Form;
import fwq.tui.Key;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginPageTest {
  private static final RegistryReply LOGGED_IN =
      new RegistryReply.LoggedIn(new Secret("ticket"), Samples.SESSION, Samples.KEY.encode());

  private final PageRun run = new PageRun();

  LoginPageTest() {
    run.page = new LoginPage(run.world, "", Form.Notice.NONE);
  }

  private PageRun logIn() {
    return run.type("ana").press(Key.Named.TAB).type("hunter22").press(Key.Named.ENTER);
  }

  private PageRun register() {
    return run.press(Key.Named.TAB, Key.Named.TAB)
        .type("ana")
        .press(Key.Named.TAB)
        .type("Ana Pérez")
        .press(Key.Named.TAB)
        .type("ana@example.org")
        .press(Key.Named.TAB, Key.Named.TAB)
        .type("hunter22")
        .press(Key.Named.TAB)
        .type("hunter22")
        .press(Key.Named.ENTER);
  }

  @Test
  void goodLoginLeadsToTheMenu() {
    logIn().answer(LOGGED_IN);
    assertEquals(
        new RegistryRequest.Login("ana", new Secret("hunter22")), run.errands.asked.getFirst());
    assertInstanceOf(MenuPage.class, run.page);
  }

  @Test
  void wrongPasswordIsToldAndTheUsernameKept() {
    logIn()
        .answer(
            RegistryReply.Refused.of(
                RegistryError.WRONG_CREDENTIALS, "username or password is wrong"));
    assertTrue(run.screen().contains("Username or password is wrong."), run.screen());
    assertTrue(run.screen().contains("ana"));
    assertFalse(run.screen().contains("•"));
  }

  @Test
  void nothingIsAskedWhileAFieldIsEmpty() {
    run.type("ana").press(Key.Named.ENTER);
    assertEquals(0, run.errands.asked.size());
    assertTrue(run.screen().contains("Please fill this in."));
  }

  @Test
  void newAccountIsLoggedInAtOnce() {
    register().answer(new RegistryReply.Done());
    assertEquals(
        new RegistryRequest.Register(
            "ana", "Ana Pérez", "ana@example.org", new Secret("hunter22"), Optional.of("ana")),
        run.errands.asked.getFirst());
    assertInstanceOf(RegistryRequest.Login.class, run.errands.asked.getLast());
    run.answer(LOGGED_IN);
    assertInstanceOf(MenuPage.class, run.page);
  }

  @Test
  void nameOnTheMapFollowsTheUsernameUntilItIsChanged() {
    run.press(Key.Named.TAB, Key.Named.TAB).type("ana");
    run.press(Key.Named.TAB, Key.Named.TAB, Key.Named.TAB).press(Key.Named.ERASE);
    run.press(Key.Named.UP, Key.Named.UP, Key.Named.UP).type("1");
    run.press(Key.Named.TAB).type("Ana").press(Key.Named.TAB).type("a@example.org");
    run.press(Key.Named.TAB, Key.Named.TAB).type("hunter22").press(Key.Named.TAB).type("hunter22");
    run.press(Key.Named.ENTER);
    assertEquals(
        new RegistryRequest.Register(
            "ana1", "Ana", "a@example.org", new Secret("hunter22"), Optional.of("")),
        run.errands.asked.getFirst());
  }

  @Test
  void whatIsTypedIntoTheNameOnTheMapReplacesTheUsername() {
    run.press(Key.Named.TAB, Key.Named.TAB).type("ana");
    run.press(Key.Named.TAB).type("Ana").press(Key.Named.TAB).type("a@example.org");
    run.press(Key.Named.TAB).type("anabel");
    run.press(Key.Named.TAB).type("hunter22").press(Key.Named.TAB).type("hunter22");
    run.press(Key.Named.ENTER);
    assertEquals(
        new RegistryRequest.Register(
            "ana", "Ana", "a@example.org", new Secret("hunter22"), Optional.of("anabel")),
        run.errands.asked.getFirst());
  }

  @Test
  void refusedFieldIsNamedBesideItAndWhatWasTypedIsKept() {
    register().answer(RegistryReply.Refused.invalid("email", "an address has an @"));
    assertTrue(run.screen().contains("An address has an @."), run.screen());
    assertTrue(run.screen().contains("Ana Pérez") && run.screen().contains("ana@example.org"));
  }

  @Test
  void takenUsernameIsToldBesideIt() {
    register().answer(RegistryReply.Refused.of(RegistryError.ALIAS_TAKEN, "ana is taken"));
    assertTrue(run.screen().contains("Ana is taken."), run.screen());
  }

  @Test
  void differingPasswordsAreNotSent() {
    register().answer(RegistryReply.Refused.of(ErrorCode.BUSY, "busy"));
    run.press(Key.Named.UP).type("one").press(Key.Named.TAB).type("other").press(Key.Named.ENTER);
    assertEquals(1, run.errands.asked.size());
    assertTrue(run.screen().contains("This differs from the one above."), run.screen());
  }

  @Test
  void registryThatIsAwayIsAskedAgainByItselfAndCountedDownTo() {
    logIn().noAnswer();
    assertTrue(run.screen().contains("Trying again in 2 s."), run.screen());
    assertTrue(run.screen().contains("does not answer"));
    run.pass(1_500);
    assertTrue(run.screen().contains("Trying again in 1 s."), run.screen());
    run.pass(1_000);
    assertEquals(2, run.errands.asked.size());
    run.answer(LOGGED_IN);
    assertInstanceOf(MenuPage.class, run.page);
  }

  @Test
  void registryThatTakesItsTimeIsToldWithinThreeSeconds() {
    logIn().pass(2_900);
    assertTrue(run.screen().contains("The registry has not answered for 2 s"), run.screen());
    run.answer(LOGGED_IN);
    assertInstanceOf(MenuPage.class, run.page);
  }

  @Test
  void registryThatIsNotTrustedIsToldAndNotAskedAgain() {
    logIn().untrusted();
    assertTrue(
        run.screen().contains("The server at registry:5050 shows another key"), run.screen());
    run.pass(60_000);
    assertEquals(1, run.errands.asked.size());
    assertFalse(run.screen().contains("Trying again"), run.screen());
    assertFalse(run.screen().contains("•"), run.screen());
  }

  @Test
  void registryThatIsNewIsToldOnceTheGuestIsIn() {
    logIn().met("registry registry:5050 is new").answer(LOGGED_IN);
    assertTrue(run.screen().contains("Registry registry:5050 is new."), run.screen());
  }

  /** The longest sentence there is, on the smallest terminal that forms stand beside each other. */
  @Test
  void wholeSentenceAboutAnotherKeyFitsTheScreen() {
    KeyPin pin = new KeyPin("sha256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    UntrustedPeerException refusal =
        assertThrows(
            UntrustedPeerException.class,
            () ->
                new Trust.Only(pin, Path.of("/home/ana/parks/registry.crt"))
                    .check(
                        new HostPort("registry.example.org", 5050),
                        new KeyPin("sha256:AAAAQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")));
    logIn();
    run.page =
        run.page.on(new ParkEvent.Untrusted(run.errands.number, refusal.getMessage()), run.now);
    String screen = String.join("\n", run.page.draw(24, 80, run.now).text());
    assertTrue(screen.contains("registry.crt."), screen);
  }

  @Test
  void stoppingToAskKeepsWhatWasTypedButThePassword() {
    logIn().noAnswer().press(Key.Named.ESCAPE).pass(60_000);
    assertEquals(1, run.errands.asked.size());
    assertTrue(run.screen().contains("ana"));
    assertFalse(run.screen().contains("•"), run.screen());
  }

  @Test
  void answerToAQuestionThatWasGivenUpIsIgnored() {
    logIn().press(Key.Named.ESCAPE).answer(LOGGED_IN);
    assertInstanceOf(LoginPage.class, run.page);
  }

  @Test
  void registrationWhoseAnswerWasLostIsFoundOutByLoggingIn() {
    register().noAnswer().pass(3_000);
    run.answer(RegistryReply.Refused.of(RegistryError.ALIAS_TAKEN, "ana is taken"));
    assertInstanceOf(RegistryRequest.Login.class, run.errands.asked.getLast());
    run.answer(LOGGED_IN);
    assertInstanceOf(MenuPage.class, run.page);
  }

  @Test
  void passwordIsNeverOnTheScreen() {
    register();
    assertFalse(run.screen().contains("hunter22"));
    run.noAnswer();
    assertFalse(run.screen().contains("hunter22"));
  }
}
