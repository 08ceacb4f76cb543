package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.registry.AccountData;
import fwq.common.talk.registry.OpenSession;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.Secret;
import fwq.tui.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guest before the page of logins and data. */
final class AccountPageTest {
  private static final Secret TICKET = new Secret("ticket");
  private static final OpenSession MINE = new OpenSession(2_000_000, "192.0.2.7", true);
  private static final OpenSession OTHER = new OpenSession(1_000_000, "198.51.100.9", false);

  private final PageRun run = new PageRun();

  @BeforeEach
  void open() {
    run.page = new AccountPage(run.world, Samples.LOGIN);
    run.answer(new RegistryReply.Sessions(List.of(MINE, OTHER)));
  }

  @Test
  void loginsAreListedWithWhereTheyCameFrom() {
    assertEquals(List.of(new RegistryRequest.ListSessions(TICKET)), run.errands.asked);
    assertTrue(run.screen().contains("from 192.0.2.7"), run.screen());
    assertTrue(run.screen().contains("from 198.51.100.9"), run.screen());
  }

  @Test
  void anotherLoginIsEndedByEnterTwiceAndOnesOwnIsNot() {
    run.press(Key.Named.ENTER, Key.Named.ENTER);
    assertTrue(run.screen().contains("log out to end it"), run.screen());
    run.press(Key.Named.DOWN, Key.Named.ENTER);
    assertEquals(1, run.errands.asked.size(), "nobody ends a login by a slip of the hand");
    run.press(Key.Named.ENTER);
    assertEquals(
        new RegistryRequest.EndSession(TICKET, OTHER.issuedAt()), run.errands.asked.getLast());
    run.answer(new RegistryReply.Done());
    assertEquals(new RegistryRequest.ListSessions(TICKET), run.errands.asked.getLast());
    run.answer(new RegistryReply.Sessions(List.of(MINE)));
    assertTrue(run.screen().contains("It is ended."), run.screen());
  }

  @Test
  void dataIsSavedIntoAFile() {
    run.type("3");
    assertEquals(new RegistryRequest.Export(TICKET), run.errands.asked.getLast());
    run.answer(
        new RegistryReply.Exported(
            new AccountData(
                new RegistryReply.ProfileOf("ana", "Ana", "ana@example.org", "ana"),
                1,
                List.of(MINE),
                List.of(),
                List.of())));
    assertEquals(
        Map.of(
            Path.of("fwq-ana.json"),
            "{\"alias\":\"ana\",\"name\":\"Ana\",\"email\":\"ana@example.org\","
                + "\"registeredAt\":1,\"sessions\":[{\"issuedAt\":2000000,"
                + "\"address\":\"192.0.2.7\",\"yours\":true}],\"networks\":[],\"audit\":[]}"),
        run.errands.saved);
    assertTrue(run.screen().contains("fwq-ana.json"), run.screen());
  }

  @Test
  void accountIsDeletedWithThePasswordAlone() {
    run.type("4").press(Key.Named.ENTER);
    assertEquals(1, run.errands.asked.size(), "the password is missing");
    run.type("wrong").press(Key.Named.ENTER);
    assertEquals(
        new RegistryRequest.Delete(TICKET, new Secret("wrong")), run.errands.asked.getLast());
    run.answer(RegistryReply.Refused.invalid("current", "this is not it"));
    assertTrue(run.screen().contains("This is not it."), run.screen());
    run.type("right").press(Key.Named.ENTER).answer(new RegistryReply.Done());
    assertInstanceOf(LoginPage.class, run.page);
    assertTrue(run.screen().contains("Your account is deleted."), run.screen());
  }

  @Test
  void loginThatHasEndedMeanwhileLeadsToTheDoor() {
    run.type("3").answer(RegistryReply.Refused.of(RegistryError.EXPIRED, "over"));
    assertInstanceOf(LoginPage.class, run.page);
  }
}
