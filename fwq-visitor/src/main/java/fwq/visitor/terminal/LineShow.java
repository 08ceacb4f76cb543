package fwq.visitor.terminal;

import fwq.kit.program.Failure;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/**
 * The loop where there are only lines: say what is new on the page, take a line or another event,
 * let the page have it, and again.
 */
final class LineShow {
  /** When no more lines come, what is under way may still come to its end; not for ever. */
  static final long ALONE_MILLIS_MAX = 10_000;

  private final Texts texts;
  private final PrintWriter out;
  private final LineReader reader;
  private final Inbox inbox;
  private final InstantSource clock;
  private final boolean ascii;
  private List<String> said = List.of();

  /** A show that is written there. */
  LineShow(
      Texts texts,
      PrintWriter out,
      LineReader reader,
      Inbox inbox,
      InstantSource clock,
      boolean ascii) {
    this.texts = texts;
    this.out = out;
    this.reader = reader;
    this.inbox = inbox;
    this.clock = clock;
    this.ascii = ascii;
  }

  /**
   * Runs from the first page until the guest or the program ends, or there are no more lines.
   *
   * @throws Failure when the lines end before what they are about is done
   */
  void run(Page first) throws Failure, InterruptedException {
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
        boolean news = tellNews(spoken);
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
            throw new Failure(texts.of("line.alone"));
          }
        } else if (question && !asked) {
          asked = true;
          reader.next(spoken.secret());
        }
        Event event = next(page, clock.millis());
        if (event instanceof Event.StopWished) {
          return;
        }
        if (event instanceof Event.LinesEnded) {
          aloneSince = OptionalLong.of(clock.millis());
        } else if (event instanceof Event.Said(String line)) {
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
  private void end(Page page, int lines) throws Failure {
    if (lines > 0 && page.usesEmptyLines()) {
      throw new Failure(texts.of("line.unfinished"));
    }
    say(texts.of("line.end"));
  }

  private boolean tellNews(Spoken spoken) {
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

  private Event next(Page page, long now) throws InterruptedException {
    OptionalLong wakeAt = page.wakeAt(now);
    return wakeAt.isPresent() ? inbox.take(wakeAt.getAsLong() - now) : inbox.take();
  }
}
