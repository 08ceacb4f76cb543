package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.Secret;
import fwq.tui.Key;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfilePageTest {
  private final PageRun run = new PageRun();

  ProfilePageTest() {
    run.page = new ProfilePage(run.world, Samples.LOGIN);
  }

  private PageRun open() {
    return run.answer(new RegistryReply.ProfileOf("ana", "Ana", "ana@example.org", "Zoe"));
  }

  @Test
  void opensWithWhatTheRegistryKnows() {
    open();
    assertTrue(run.screen().contains("ana@example.org"), run.screen());
  }

  @Test
  void onlyWhatWasChangedIsSent() {
    open().type(" Pérez").press(Key.Named.ENTER);
    assertEquals(
        new RegistryRequest.Update(
            new Secret("ticket"), Changes.NONE.withName("Ana Pérez"), Optional.empty()),
        run.errands.asked.getLast());
    run.answer(new RegistryReply.Done());
    assertInstanceOf(MenuPage.class, run.page);
    assertTrue(run.screen().contains("Your profile is saved."));
  }

  @Test
  void emptyNameOnTheMapIsSentAndTakesEffectWithTheNextLogin() {
    open().press(Key.Named.TAB, Key.Named.TAB, Key.Named.ERASE, Key.Named.ENTER);
    assertEquals(
        new RegistryRequest.Update(
            new Secret("ticket"), Changes.NONE.withShownAs(""), Optional.empty()),
        run.errands.asked.getLast());
    run.answer(new RegistryReply.Done());
    assertTrue(run.screen().contains("from your next login on"), run.screen());
  }

  @Test
  void refusedNameOnTheMapIsToldBesideIt() {
    open()
        .press(Key.Named.TAB, Key.Named.TAB)
        .type("!")
        .press(Key.Named.ENTER)
        .answer(RegistryReply.Refused.invalid("shownAs", "no such sign"));
    assertTrue(run.screen().contains("No such sign."), run.screen());
  }

  @Test
  void nothingIsSentWhenNothingWasChanged() {
    open().press(Key.Named.ENTER);
    assertEquals(1, run.errands.asked.size());
    assertInstanceOf(MenuPage.class, run.page);
  }

  @Test
  void newEmailOrPasswordNeedsThePresentPassword() {
    open().press(Key.Named.TAB).type("x").press(Key.Named.ENTER);
    assertEquals(1, run.errands.asked.size(), "it is missing");
    run.type("present words").press(Key.Named.ENTER);
    assertEquals(
        new RegistryRequest.Update(
            new Secret("ticket"),
            Changes.NONE.withEmail("ana@example.orgx"),
            Optional.of(new Secret("present words"))),
        run.errands.asked.getLast());
    run.answer(RegistryReply.Refused.invalid("current", "this is not it"));
    assertTrue(run.screen().contains("This is not it."), run.screen());
  }

  @Test
  void endedLoginLeadsBackToTheLogin() {
    open()
        .type("x")
        .press(Key.Named.ENTER)
        .answer(RegistryReply.Refused.of(RegistryError.EXPIRED, "expired"));
    assertInstanceOf(LoginPage.class, run.page);
    assertTrue(run.screen().contains("please log in again"), run.screen());
  }

  @Test
  void escapeGoesBackAlsoWhileTheRegistryIsAway() {
    run.noAnswer().press(Key.Named.ESCAPE);
    assertInstanceOf(MenuPage.class, run.page);
  }

  @Test
  void logoutDoesNotWaitForARegistryThatIsAway() {
    run.press(Key.Named.ESCAPE).type("l").noAnswer();
    assertInstanceOf(LoginPage.class, run.page);
    assertTrue(run.screen().contains("logged out here"), run.screen());
  }
}
