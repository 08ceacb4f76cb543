package fwq.visitor.terminal;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/**
 * The loop where there are only lines: say what is new on the page, take a line or another event,
 * let the page have it, and again.
 */
final class LineShow {
  private final PrintWriter out;
  private final LineReader reader;
  private final Inbox inbox;
  private final InstantSource clock;
  private final boolean ascii;
  private List<String> said = List.of();

  /** A show that is written there. */
  LineShow(PrintWriter out, LineReader reader, Inbox inbox, InstantSource clock, boolean ascii) {
    this.out = out;
    this.reader = reader;
    this.inbox = inbox;
    this.clock = clock;
    this.ascii = ascii;
  }

  /** Runs from the first page until the guest or the program ends. */
  void run(Page first) throws InterruptedException {
    Page page = first;
    Page reported = null;
    boolean asked = false;
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
        if (question && !asked) {
          asked = true;
          reader.next(spoken.secret());
        }
        Event event = next(page, clock.millis());
        if (event instanceof Event.StopWished) {
          return;
        }
        if (event instanceof Event.Said(String line)) {
          asked = false;
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
