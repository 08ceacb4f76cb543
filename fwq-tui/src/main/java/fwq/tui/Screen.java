package fwq.tui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.Signals;

/**
 * The terminal, taken over while this is open: raw, on its second screen, with bracketed paste.
 * Only what changed is sent. {@link #close} gives it back as it was, whatever happened.
 */
final class Screen implements AutoCloseable {
  private static final String WINDOW_CHANGED = "WINCH";
  private static final String PAUSE_REQUESTED = "TSTP";
  private static final int NOWHERE = -1;
  private static final String PASTE_ON = "\033[?2004h";
  private static final String PASTE_OFF = "\033[?2004l";

  /** Clicks, and in the form that has no limit to columns. */
  private static final String CLICKS_ON = "\033[?1000h\033[?1006h";

  private static final String CLICKS_OFF = "\033[?1006l\033[?1000l";

  /** Columns and rows of a terminal that does not know its size. */
  private static final Size USUAL = Size.of(80, 24);

  /**
   * Where the build has unpacked JLine's native library. Where it is not, JLine unpacks it at each
   * start, and a killed client leaves that behind.
   */
  private static final Path NATIVE_LIBRARY =
      Path.of(System.getProperty("fwq.home", ""), "target/lib/org/jline/nativ");

  private static final String NO_TERMINAL =
      "this is not a terminal that one can draw on (where there are only lines, set TERM=dumb)";

  private final Terminal terminal;
  private final Palette palette;
  private final boolean ascii;
  private final Attributes before;
  private final Display display;
  private final ScreenGuard guard;
  private Size size = Size.of(0, 0);
  private List<AttributedString> shown = List.of();
  private Canvas showing = new Canvas(0, 0);
  private int cursorAt;
  private boolean cursorShown = true;
  private boolean clicks;
  private boolean closed;
  private Runnable onPause = () -> {};

  /** Takes over the terminal that this program was started on. */
  static Screen open(Surroundings around) throws IOException, InterruptedException {
    String name = System.getenv().getOrDefault("TERM", Terminal.TYPE_DUMB);
    String type = TerminalType.prepare(name, around.palette());
    System.setProperty("library.jline.path", NATIVE_LIBRARY.toString());
    ScreenGuard guard = new ScreenGuard();
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .name("fwq")
              .type(type)
              .system(true)
              .encoding(around.encoding())
              .systemOutput(TerminalBuilder.SystemOutput.SysOut)
              .dumb(false)
              // The others take longer: a process for each question, or Java's own way to native
              // code, which it paves anew at each start, for some 0.1 s.
              .exec(false)
              .ffm(false)
              // To find out, JLine asks the terminal and waits up to 200 ms; over a slow line
              // the answer comes later, among the keys.
              .graphemeCluster(false)
              .nativeSignals(false)
              .build();
      if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
        guard.release();
        terminal.close();
        throw new IOException(NO_TERMINAL);
      }
      return new Screen(terminal, around.palette(), around.ascii(), guard);
    } catch (IOException | IllegalStateException e) {
      guard.release();
      throw new IOException(NO_TERMINAL, e);
    }
  }

  Screen(Terminal terminal, Palette palette, boolean ascii, ScreenGuard guard) {
    this.terminal = terminal;
    this.palette = palette;
    this.ascii = ascii;
    this.guard = guard;
    this.before = new Attributes(terminal.getAttributes());
    this.display = new Display(terminal, true);
    takeOver();
  }

  private void takeOver() {
    var _ = terminal.enterRawMode();
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.keypad_xmit);
    terminal.writer().write(PASTE_ON);
    if (clicks) {
      terminal.writer().write(CLICKS_ON);
    }
    terminal.flush();
  }

  private void giveBack() {
    if (clicks) {
      terminal.writer().write(CLICKS_OFF);
    }
    terminal.writer().write(PASTE_OFF);
    terminal.puts(Capability.exit_attribute_mode);
    terminal.puts(Capability.keypad_local);
    terminal.puts(Capability.cursor_normal);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
    terminal.setAttributes(before);
  }

  /**
   * Gives the terminal back for as long as this takes, then takes it over again. Meanwhile the
   * signal to pause does what it does to any program.
   */
  void pause(Runnable meanwhile) {
    giveBack();
    var _ = Signals.registerDefault(PAUSE_REQUESTED);
    try {
      meanwhile.run();
    } finally {
      onPause(onPause);
      takeOver();
      cursorShown = true;
      // What was on the screen is not known any more: all is sent anew.
      size = Size.of(0, 0);
    }
  }

  /** From now on, clicks come among the keys. */
  void hearClicks() {
    clicks = true;
    terminal.writer().write(CLICKS_ON);
    terminal.flush();
  }

  NonBlockingReader reader() {
    return terminal.reader();
  }

  /** Runs this, on any thread, whenever the terminal's size has changed. */
  void onResize(Runnable action) {
    var _ = Signals.register(WINDOW_CHANGED, action);
  }

  /** Runs this, on any thread, whenever the user wants the terminal for something else. */
  void onPause(Runnable action) {
    onPause = action;
    var _ = Signals.register(PAUSE_REQUESTED, action);
  }

  Size size() {
    Size now = terminal.getSize();
    return now.getColumns() > 0 && now.getRows() > 0 ? now : USUAL;
  }

  /** Shows this in place of what was there. */
  void show(Canvas canvas) {
    Size drawn = Size.of(canvas.columns(), canvas.rows());
    if (!drawn.equals(size)) {
      size = drawn;
      display.clear();
      display.resize(drawn);
      shown = List.of();
    }
    List<AttributedString> lines = lines(canvas);
    int at =
        canvas.caret().map(caret -> drawn.cursorPos(caret.row(), caret.column())).orElse(NOWHERE);
    boolean same = lines.equals(shown) && at == cursorAt;
    shown = lines;
    showing = canvas;
    if (same) {
      return;
    }
    cursorAt = at;
    showCursor(false);
    display.update(lines, at);
    showCursor(at != NOWHERE);
    terminal.flush();
  }

  /** The rows to be shown; those that are shown already are the very same. */
  private List<AttributedString> lines(Canvas canvas) {
    List<AttributedString> lines = new ArrayList<>(canvas.rows());
    for (int row = 0; row < canvas.rows(); row++) {
      boolean same = !shown.isEmpty() && canvas.isLike(showing, row);
      lines.add(same ? shown.get(row) : canvas.line(row, palette, ascii));
    }
    return lines;
  }

  /** Calls for the user's attention. */
  void ring() {
    terminal.puts(Capability.bell);
    terminal.flush();
  }

  private void showCursor(boolean shown) {
    if (shown != cursorShown) {
      cursorShown = shown;
      terminal.puts(shown ? Capability.cursor_normal : Capability.cursor_invisible);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      giveBack();
    } finally {
      guard.release();
    }
    try {
      terminal.close();
    } catch (IOException | IllegalStateException e) {
      // It is as it was before; there is nothing left to close.
    }
  }
}
