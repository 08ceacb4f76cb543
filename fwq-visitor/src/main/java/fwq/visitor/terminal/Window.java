package fwq.visitor.terminal;

import fwq.kit.program.Failure;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/**
 * The terminal for programs of other packages: shows a {@link Sheet}, and says what happens.
 * Closing gives the terminal back as it was.
 */
public final class Window implements AutoCloseable {
  private static final String SIGNS = "·▁█⁹→";

  private final Screen screen;
  private final boolean ascii;
  private final Inbox inbox = new Inbox();

  private Window(Screen screen, boolean ascii) {
    this.screen = screen;
    this.ascii = ascii;
    screen.onResize(() -> inbox.put(new Event.Resized()));
    new KeyReader(screen.reader(), inbox).start();
  }

  /** Something that happened. */
  public sealed interface Happening {
    /** A character was typed. */
    record Typed(int codePoint) implements Happening {}

    /** What has no character. */
    enum Sign implements Happening {
      UP,
      DOWN,
      FIRST,
      LAST,
      ESCAPE,
      RESIZED,
      /** The time is over, or somebody called {@link Window#wake}. */
      WOKEN,
      /** The program is to end. */
      END
    }
  }

  /**
   * Takes over the terminal that this program was started on: in the colours that it has and the
   * user wants, in ASCII where the locale has no more.
   *
   * @param otherwise what to do without one that can be drawn on, as half a sentence
   */
  public static Window open(String otherwise) throws Failure, InterruptedException {
    try {
      return new Window(
          Screen.open(Surroundings.palette(System.getenv()), false),
          !canShow(System.getProperty("stdout.encoding")));
    } catch (Failure e) {
      throw new Failure(
          "this is not a terminal that one can draw on; start it in one, or " + otherwise, e);
    }
  }

  /** Takes over this terminal. */
  public static Window over(Terminal terminal, boolean ascii) {
    return new Window(new Screen(terminal, Palette.MANY, false, new ScreenGuard()), ascii);
  }

  /** Whether an encoding, such as {@code UTF-8}, has the signs of our sheets. */
  static boolean canShow(String encoding) {
    try {
      return encoding != null && Charset.forName(encoding).newEncoder().canEncode(SIGNS);
    } catch (IllegalArgumentException e) {
      // It has no such name that Java knows.
      return false;
    }
  }

  /** How many rows there are now. */
  public int rows() {
    return size().getRows();
  }

  /** How many columns there are now. */
  public int columns() {
    return size().getColumns();
  }

  private Size size() {
    return screen.size();
  }

  /** Shows a sheet; only what changed is sent. */
  public void show(Sheet sheet) {
    screen.show((ascii ? sheet.ascii() : sheet).picture());
  }

  /** Waits so long at most for something to happen. */
  public Happening next(long millis) throws InterruptedException {
    return switch (inbox.take(millis)) {
      case Event.Pressed(Key key) -> of(key).orElse(Happening.Sign.WOKEN);
      case Event.Resized _ -> Happening.Sign.RESIZED;
      case Event.StopWished _ -> Happening.Sign.END;
      // The rest is the guests'.
      default -> Happening.Sign.WOKEN;
    };
  }

  private static Optional<Happening> of(Key key) {
    return switch (key) {
      case Key.Typed(int codePoint) -> Optional.of(new Happening.Typed(codePoint));
      case Key.Named.UP -> Optional.of(Happening.Sign.UP);
      case Key.Named.DOWN -> Optional.of(Happening.Sign.DOWN);
      case Key.Named.HOME -> Optional.of(Happening.Sign.FIRST);
      case Key.Named.END -> Optional.of(Happening.Sign.LAST);
      case Key.Named.ESCAPE -> Optional.of(Happening.Sign.ESCAPE);
      case Key.Named.INTERRUPT -> Optional.of(Happening.Sign.END);
      default -> Optional.empty();
    };
  }

  /** Ends a {@link #next} that waits. For any thread. */
  public void wake() {
    inbox.put(new Event.Tick());
  }

  /** Has {@link #next} say that the program is to end. For any thread. */
  public void end() {
    inbox.put(new Event.StopWished());
  }

  @Override
  public void close() {
    screen.close();
  }
}
