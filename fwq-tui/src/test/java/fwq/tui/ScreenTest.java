package fwq.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class ScreenTest {
  private final FakeTerminal terminal = new FakeTerminal();
  private final String before = terminal.getAttributes().toString();
  private final Inbox inbox = new Inbox();
  private final Screen screen = terminal.screen(Palette.MANY);
  private final TypedPage page = new TypedPage();

  ScreenTest() throws IOException {
    terminal.settings.clear();
  }

  @AfterEach
  void close() {
    screen.close();
  }

  private static Canvas picture(String text) {
    Canvas canvas = new Canvas(24, 80);
    canvas.put(3, 4, text, Ink.PLAIN);
    return canvas;
  }

  @Test
  void terminalIsGivenBackAsItWas() {
    assertFalse(terminal.echoes());
    screen.show(picture("hello"));
    terminal.sent();
    screen.close();
    String last = terminal.sent();
    assertTrue(last.contains("\033[?1049l"), "second screen left");
    assertTrue(last.contains("\033[?25h"), "cursor shown");
    assertTrue(last.contains("\033[?2004l"), "bracketed paste off");
    assertEquals(List.of(before), terminal.settings);
  }

  @Test
  void blankBetweenGuestsTakesNoLookOfItsOwn() {
    Canvas canvas = new Canvas(24, 80);
    canvas.fill(3, 0, 80, Ink.ground(Ink.Tone.FAINT));
    for (int guest = 1; guest < 10; guest++) {
      canvas.put(3, 2 * guest, Integer.toString(guest), Ink.ground(Ink.Tone.OTHERS));
    }
    canvas.put(3, 20, " ", Ink.block(Ink.Tone.GOOD));
    screen.show(canvas);
    String all = terminal.sent();
    assertTrue(all.contains("1 2 3 4 5 6 7 8 9 \033["), all);
  }

  @Test
  void onlyWhatChangedIsSent() {
    screen.show(picture("hello"));
    assertTrue(terminal.sent().contains("hello"));
    screen.show(picture("hello"));
    assertEquals("", terminal.sent());
    screen.show(picture("help!"));
    assertTrue(terminal.sent().length() < 40);
  }

  private void show() throws InterruptedException {
    new Show(screen, inbox, InstantSource.system(), () -> {}).run(page);
  }

  @Test
  void whatIsTypedReachesThePageUntilCtrlCEndsTheShow() throws Exception {
    new KeyReader(screen.reader(), inbox).start();
    terminal.type("abc\003");
    show();
    assertEquals("abc", page.typed("name"));
    assertEquals(1, page.closed);
  }

  @Test
  void pauseGivesTheTerminalBackAndTakesItAgain() throws Exception {
    inbox.put(new Event.Pressed(Key.Named.SUSPEND));
    inbox.put(new Event.Pressed(Key.Named.INTERRUPT));
    List<String> meanwhile = new ArrayList<>();
    new Show(screen, inbox, InstantSource.system(), () -> meanwhile.add(terminal.sent())).run(page);
    assertTrue(meanwhile.getFirst().contains("\033[?1049l"), "second screen left");
    assertEquals(before, terminal.settings.getFirst());
    assertTrue(terminal.sent().contains("\033[?1049h"), "second screen taken");
    assertFalse(terminal.echoes());
  }

  @Test
  void clicksAreAskedForUntilTheTerminalIsGivenBack() {
    terminal.sent();
    screen.hearClicks();
    assertEquals("\033[?1000h\033[?1006h", terminal.sent());
    List<String> meanwhile = new ArrayList<>();
    screen.pause(() -> meanwhile.add(terminal.sent()));
    assertTrue(meanwhile.getFirst().contains("\033[?1006l\033[?1000l"), "off for a pause");
    assertTrue(terminal.sent().contains("\033[?1000h\033[?1006h"), "and on after it");
    screen.close();
    assertTrue(terminal.sent().contains("\033[?1006l\033[?1000l"), "off at the end");
  }

  @Test
  void clickReachesThePageAsWhatItMeansAndElsewhereItMeansNothing() throws Exception {
    new KeyReader(screen.reader(), inbox).start();
    // In the title bar, into the second field, and a name.
    terminal.type("\033[<0;1;1M\033[<0;30;8M\033[<0;30;8mAna\003");
    show();
    assertEquals("Ana", page.typed("other"));
    assertEquals(new Event.Pressed(new Key.Field(1)), page.seen.getFirst());
  }

  @Test
  void pageIsClosedWhenTheProgramIsStopped() throws Exception {
    inbox.put(Event.Signal.STOP);
    show();
    assertEquals(1, page.closed);
    assertEquals(List.of(), page.seen);
  }

  @Test
  void faultOfAPageLeavesTheTerminalAsItWas() {
    Page broken =
        new Page() {
          @Override
          public Page on(Event event, long now) {
            throw new IllegalStateException("a fault");
          }

          @Override
          public Canvas draw(int rows, int columns, long now) {
            return new Canvas(rows, columns);
          }
        };
    inbox.put(new Event.Tick());
    assertThrows(
        IllegalStateException.class,
        () -> {
          try (screen) {
            new Show(screen, inbox, InstantSource.system(), () -> {}).run(broken);
          }
        });
    assertTrue(terminal.sent().contains("\033[?1049l"));
  }

  @Test
  void whereNothingCanBeDrawnOnItIsSaidWhatToDo() {
    IOException none =
        assertThrows(IOException.class, () -> Screen.open(Surroundings.of(Map.of())));
    assertTrue(none.getMessage().contains("set TERM=dumb"), none.getMessage());
  }
}
