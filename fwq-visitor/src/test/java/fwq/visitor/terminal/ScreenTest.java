package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ScreenTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final List<Attributes> settings = new ArrayList<>();
  private final LineDisciplineTerminal terminal;
  private final Attributes before;
  private final Inbox inbox = new Inbox();
  private final Screen screen;

  ScreenTest() throws IOException {
    terminal =
        new LineDisciplineTerminal("test", "xterm-256color", sent, StandardCharsets.UTF_8) {
          @Override
          public void setAttributes(Attributes changed) {
            settings.add(new Attributes(changed));
            super.setAttributes(changed);
          }
        };
    terminal.setSize(Size.of(80, 24));
    before = new Attributes(terminal.getAttributes());
    screen = new Screen(terminal, Palette.MANY, false, new ScreenGuard());
    settings.clear();
  }

  @AfterEach
  void close() {
    screen.close();
  }

  private String sent() {
    String all = sent.toString(StandardCharsets.UTF_8);
    sent.reset();
    return all;
  }

  private static Picture picture(String text) {
    Canvas canvas = new Canvas(24, 80);
    canvas.put(3, 4, text, Ink.PLAIN);
    return Picture.of(canvas);
  }

  @Test
  void terminalIsGivenBackAsItWas() {
    assertFalse(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO));
    screen.show(picture("hello"));
    sent();
    screen.close();
    String last = sent();
    assertTrue(last.contains("\033[?1049l"), "second screen left");
    assertTrue(last.contains("\033[?25h"), "cursor shown");
    assertTrue(last.contains("\033[?2004l"), "bracketed paste off");
    assertEquals(List.of(before.toString()), settings.stream().map(Object::toString).toList());
  }

  @Test
  void blankBetweenGuestsTakesNoLookOfItsOwn() {
    Canvas canvas = new Canvas(24, 80);
    canvas.fill(3, 0, 80, Ink.ground(Ink.Tone.FAINT));
    for (int guest = 1; guest < 10; guest++) {
      canvas.put(3, 2 * guest, Integer.toString(guest), Ink.ground(Ink.Tone.GUEST));
    }
    canvas.put(3, 20, " ", Ink.block(Ink.Tone.GOOD));
    screen.show(Picture.of(canvas));
    String all = sent();
    assertTrue(all.contains("1 2 3 4 5 6 7 8 9 \033["), all);
  }

  @Test
  void onlyWhatChangedIsSent() {
    screen.show(picture("hello"));
    assertTrue(sent().contains("hello"));
    screen.show(picture("hello"));
    assertEquals("", sent());
    screen.show(picture("help!"));
    assertTrue(sent().length() < 40);
  }

  @Test
  void guestTypesQuitsAndTheShowEnds() throws Exception {
    new KeyReader(screen.reader(), inbox).start();
    terminal.processInputBytes("abc\003".getBytes(StandardCharsets.UTF_8));
    PageRun run = new PageRun();
    Page page = new LoginPage(run.world, "", Form.Notice.NONE);
    new Show(screen, inbox, InstantSource.system(), () -> {}).run(page);
    assertTrue(String.join("\n", page.draw(24, 80, 0).canvas().text()).contains("abc"));
  }

  @Test
  void pauseGivesTheTerminalBackAndTakesItAgain() throws Exception {
    inbox.put(new Event.Pressed(Key.Named.SUSPEND));
    inbox.put(new Event.Pressed(Key.Named.INTERRUPT));
    List<String> meanwhile = new ArrayList<>();
    PageRun run = new PageRun();
    Page page = new LoginPage(run.world, "", Form.Notice.NONE);
    new Show(screen, inbox, InstantSource.system(), () -> meanwhile.add(sent())).run(page);
    assertTrue(meanwhile.getFirst().contains("\033[?1049l"), "second screen left");
    assertEquals(before.toString(), settings.getFirst().toString());
    assertTrue(sent().contains("\033[?1049h"), "second screen taken");
    assertFalse(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO));
  }

  @Test
  void clicksAreAskedForUntilTheTerminalIsGivenBack() {
    sent();
    screen.hearClicks();
    assertEquals("\033[?1000h\033[?1006h", sent());
    List<String> meanwhile = new ArrayList<>();
    screen.pause(() -> meanwhile.add(sent()));
    assertTrue(meanwhile.getFirst().contains("\033[?1006l\033[?1000l"), "off for a pause");
    assertTrue(sent().contains("\033[?1000h\033[?1006h"), "and on after it");
    screen.close();
    assertTrue(sent().contains("\033[?1006l\033[?1000l"), "off at the end");
  }

  @Test
  void clickReachesThePageAsWhatItMeansAndElsewhereItMeansNothing() throws Exception {
    new KeyReader(screen.reader(), inbox).start();
    PageRun run = new PageRun();
    Page page = new LoginPage(run.world, "", Form.Notice.NONE);
    // In the title bar, into the other form's second field, and a name.
    String typed = "\033[<0;1;1M\033[<0;60;8M\033[<0;60;8mAna\003";
    terminal.processInputBytes(typed.getBytes(StandardCharsets.UTF_8));
    new Show(screen, inbox, InstantSource.system(), () -> {}).run(page);
    String shown = String.join("\n", page.draw(24, 80, 0).canvas().text());
    assertTrue(shown.contains("Name             Ana"), shown);
  }

  @Test
  void parkIsLeftWhenTheProgramIsStopped() throws Exception {
    PageRun run = new PageRun();
    Page page = new ParkPage(run.world, Samples.LOGIN, System.currentTimeMillis());
    inbox.put(new Event.Linked(run.errands.number, run.errands));
    inbox.put(new Event.StopWished());
    new Show(screen, inbox, InstantSource.system(), () -> {}).run(page);
    assertEquals(2, run.errands.said.size(), "enter and leave");
    assertEquals(1, run.errands.closed);
  }

  @Test
  void faultOfAPageLeavesTheTerminalAsItWas() {
    inbox.put(new Event.Framed(null));
    PageRun run = new PageRun();
    Page page = new ParkPage(run.world, Samples.LOGIN, System.currentTimeMillis());
    assertThrows(
        RuntimeException.class,
        () -> {
          try (screen) {
            new Show(screen, inbox, InstantSource.system(), () -> {}).run(page);
          }
        });
    assertTrue(sent().contains("\033[?1049l"));
  }
}
