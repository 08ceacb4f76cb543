package fwq.tui;

import java.io.BufferedReader;
import java.io.Console;
import java.io.EOFException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The loop where there are only lines: say what is new on the page, take a line or another event,
 * let the page have it, and again.
 */
public final class LineShow {
  /** When no more lines come, what is under way may still come to its end; not for ever. */
  static final long ALONE_MILLIS_MAX = 10_000;

  private final Sentences sentences;
  private final PrintWriter out;
  private final boolean ascii;
  private final LineReader reader;
  private final InstantSource clock;
  private List<String> said = List.of();

  /**
   * What is said when no more lines come.
   *
   * @param end that this is the end
   * @param alone why there is no waiting for what is under way
   * @param unfinished that something was begun and not done
   */
  public record Sentences(String end, String alone, String unfinished) {}

  public LineShow(
      Sentences sentences, PrintWriter out, boolean ascii, LineReader reader, InstantSource clock) {
    this.sentences = sentences;
    this.out = out;
    this.ascii = ascii;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Runs on this program's input and output.
   *
   * @throws EOFException when the lines end before what they are about is done; a sentence
   */
  public static void run(Page first, Surroundings around, Inbox inbox, Sentences sentences)
      throws EOFException, InterruptedException {
    Charset charset = around.ascii() ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, around.encoding()));
    PrintWriter out = new PrintWriter(System.out, true, charset);
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    LineReader reader = new LineReader(in, console, inbox);
    reader.start();
    new LineShow(sentences, out, around.ascii(), reader, InstantSource.system()).run(first);
  }

  /** Runs from the first page until its user or its owner ends it, or there are no more lines. */
  public void run(Page first) throws EOFException, InterruptedException {
    Page page = first;
    Page reported = null;
    boolean asked = false;
    int lines = 0;
    OptionalLong aloneSince = OptionalLong.empty();
    try {
      while (!(page instanceof Page.End)) {
        Spoken spoken = page.spoken(clock.millis());
        if (page != reported) {
          reported = page;
          spoken.report().forEach(this::say);
        }
        boolean news = sayNews(spoken);
        boolean question = !spoken.question().isEmpty();
        if (question && (!asked || news)) {
          say(spoken.question() + ":");
        }
        if (aloneSince.isPresent()) {
          if (question) {
            end(page, lines);
            return;
          }
          if (clock.millis() - aloneSince.getAsLong() >= ALONE_MILLIS_MAX) {
            throw new EOFException(sentences.alone());
          }
        } else if (question && !asked) {
          asked = true;
          reader.next(spoken.secret());
        }
        Event event = reader.inbox().next(page, clock.millis());
        if (event == Event.Signal.STOP) {
          return;
        }
        if (event == Event.Signal.LINES_ENDED) {
          aloneSince = OptionalLong.of(clock.millis());
        } else if (event instanceof Event.Line(String line)) {
          asked = false;
          lines++;
          // An empty line asks for everything; on a form it keeps what is there.
          reported = line.isEmpty() && !page.usesEmptyLines() ? null : reported;
          for (Key key : page.keys(line)) {
            page = page.on(new Event.Pressed(key), clock.millis());
          }
        } else {
          page = page.on(event, clock.millis());
        }
      }
    } finally {
      page.close(clock.millis());
    }
  }

  /** On a form nothing is done before its last field; whoever said nothing wanted nothing. */
  private void end(Page page, int lines) throws EOFException {
    if (lines > 0 && page.usesEmptyLines()) {
      throw new EOFException(sentences.unfinished());
    }
    say(sentences.end());
  }

  private boolean sayNews(Spoken spoken) {
    List<String> news =
        spoken.news().stream().filter(it -> !it.isEmpty() && !said.contains(it)).toList();
    said = spoken.news();
    news.forEach(this::say);
    return !news.isEmpty();
  }

  private void say(String sentence) {
    StringBuilder line = new StringBuilder();
    for (int point : sentence.codePoints().toArray()) {
      // Nobody's name may move the cursor here either.
      if (Words.width(point) > 0) {
        String glyph = Character.toString(point);
        line.append(ascii ? Ascii.of(glyph) : glyph);
      }
    }
    out.println(line.toString().stripTrailing());
    out.flush();
  }
}
