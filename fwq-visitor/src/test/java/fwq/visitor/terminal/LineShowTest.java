package fwq.visitor.terminal;

import static fwq.visitor.terminal.Samples.heads;
import static fwq.visitor.terminal.Samples.open;
import static fwq.visitor.terminal.Samples.park;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.kit.json.Secret;
import fwq.tui.Form;
import fwq.tui.Inbox;
import fwq.tui.Key;
import fwq.tui.LineReader;
import fwq.tui.LineShow;
import fwq.tui.Page;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class LineShowTest {
  private final PageRun run = new PageRun();
  private final StringWriter said = new StringWriter();

  /** The guest types these lines, and leaves. */
  private String show(Page first, boolean ascii, String typed)
      throws IOException, InterruptedException {
    Inbox inbox = new Inbox();
    LineReader reader =
        new LineReader(new BufferedReader(new StringReader(typed)), Optional.empty(), inbox);
    reader.start();
    // Each look at the clock takes five seconds, so that nobody waits here.
    InstantSource clock = () -> Instant.ofEpochMilli(run.now += 5_000);
    new LineShow(
            TerminalClient.sentences(Texts.ENGLISH), new PrintWriter(said), ascii, reader, clock)
        .run(first);
    return said.toString();
  }

  private PageRun line(String line) {
    return run.press(run.page.keys(line).toArray(Key[]::new));
  }

  @Test
  void formIsAskedFieldByFieldAndTheEndOfLinesInItIsAFailure() {
    Page page = new LoginPage(run.world, "", Form.Notice.NONE);
    EOFException failure = assertThrows(EOFException.class, () -> show(page, true, "ana\n"));
    assertTrue(said.toString().endsWith("Username:\nPassword:\n"), said::toString);
    assertEquals(Texts.ENGLISH.of("line.unfinished"), failure.getMessage());
  }

  @Test
  void whoSaysNothingIsToldInASentenceThatThisEnds() throws Exception {
    show(new LoginPage(run.world, "", Form.Notice.NONE), true, "");
    assertTrue(
        said.toString().endsWith("Username:\nNo more lines come, so this ends.\n"), said::toString);
    said.getBuffer().setLength(0);
    show(new MenuPage(run.world, Samples.LOGIN, Form.Notice.NONE), true, "");
    assertTrue(said.toString().endsWith("so this ends.\n"), said::toString);
  }

  @Test
  void registryThatDoesNotAnswerIsNotWaitedForForEverWhenNoMoreLinesCome() {
    Page page = new LoginPage(run.world, "", Form.Notice.NONE);
    EOFException failure =
        assertThrows(EOFException.class, () -> show(page, true, "ana\nhunter22\n"));
    assertEquals(Texts.ENGLISH.of("line.alone"), failure.getMessage());
    assertFalse(run.errands.asked.isEmpty());
  }

  @Test
  void nextLineWaitsUntilTheRegistryHasAnswered() {
    run.page = new LoginPage(run.world, "", Form.Notice.NONE);
    line("ana");
    line("hunter22");
    assertEquals(
        List.of(new RegistryRequest.Login("ana", new Secret("hunter22"))), run.errands.asked);
    assertEquals("", run.page.spoken(run.now).question());
    assertEquals("Asking the registry …", run.page.spoken(run.now).news().getFirst());
  }

  @Test
  void emptyUsernameLeadsToTheOtherFormAndBack() {
    run.page = new LoginPage(run.world, "", Form.Notice.NONE);
    line("");
    line("ana");
    assertEquals("Name", run.page.spoken(run.now).question());
    for (String typed : List.of("Ana", "ana@example.org", "", "hunter22", "hunter22")) {
      line(typed);
    }
    assertInstanceOf(RegistryRequest.Register.class, run.errands.asked.getFirst());
  }

  @Test
  void passwordIsAskedForUnseen() {
    run.page = new LoginPage(run.world, "", Form.Notice.NONE);
    assertFalse(run.page.spoken(run.now).secret());
    line("ana");
    assertTrue(run.page.spoken(run.now).secret());
  }

  @Test
  void menuIsChosenFromByLetters() {
    run.page = new MenuPage(run.world, Samples.LOGIN, Form.Notice.NONE);
    assertTrue(run.page.spoken(run.now).report().contains("e  Enter the park"));
    line("enter");
    assertInstanceOf(ParkPage.class, run.page);
  }

  @Test
  void parkIsToldInSentencesAndObeysLines() {
    run.page = new ParkPage(run.world, Samples.LOGIN, run.now);
    run.linked().hear(new Admitted(Samples.SESSION.issuedAt(), Position.GATE));
    run.see(park(List.of(heads(0, 1)), List.of(), open(0, 54, 25), open(1, 0, 7)));
    assertTrue(report().contains("A Carousel: 25 min, steady, 1 steps."), report()::toString);
    line("1");
    assertTrue(report().contains("Walking to Carousel: there in 1 min, riding in 26 min."));
    line("w 20");
    assertTrue(run.screen().contains("when Carousel is below 20 min"), run.screen());
    line("/ferris");
    assertTrue(report().getFirst().contains("inside") && report().get(1).contains("Ferris Wheel"));
    line("lln");
    assertTrue(report().get(1).startsWith("You are in row 2, column 4."), report()::toString);
  }

  @Test
  void questionOfItsOwnIsAnsweredByTheNextLine() {
    run.page = new ParkPage(run.world, Samples.LOGIN, run.now);
    run.linked().hear(new Admitted(Samples.SESSION.issuedAt(), Position.GATE));
    run.see(park(List.of(heads(0, 1)), List.of(), open(0, 54, 25)));
    line("1");
    line("w");
    assertTrue(run.page.spoken(run.now).question().startsWith("Tell me when"));
    line("20");
    assertTrue(run.screen().contains("is below 20 min"), run.screen());
  }

  @Test
  void wordThatIsNoCommandIsAnsweredWithHelp() {
    run.page = new ParkPage(run.world, Samples.LOGIN, run.now);
    run.linked().hear(new Admitted(Samples.SESSION.issuedAt(), Position.GATE));
    line("hello?");
    assertTrue(run.page.spoken(run.now).news().contains("q: leave the park, back to the menu"));
    line("q");
    assertInstanceOf(MenuPage.class, run.page);
  }

  private List<String> report() {
    return run.page.spoken(run.now).report();
  }

  @Test
  void onlyAsciiIsSaidWhereNothingElseIsUnderstood() throws Exception {
    show(new LoginPage(run.world, "", new Form.Notice("“Año” …", false)), true, "");
    assertTrue(said.toString().contains("\"Ano\" .\n"), said::toString);
    assertTrue(said.toString().chars().allMatch(point -> point < 0x7f));
  }

  @Test
  void answerOfTheRegistryLeadsOn() {
    run.page = new LoginPage(run.world, "", Form.Notice.NONE);
    line("ana");
    line("hunter22");
    run.answer(
        new RegistryReply.LoggedIn(new Secret("ticket"), Samples.SESSION, Samples.KEY.encode()));
    assertInstanceOf(MenuPage.class, run.page);
  }
}
