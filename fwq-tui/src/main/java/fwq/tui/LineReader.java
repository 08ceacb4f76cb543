package fwq.tui;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The thread that reads lines, and hands one over whenever it is asked to. Where nobody types them,
 * it reads one ahead: so the end is known before anyone waits for it.
 */
public final class LineReader {
  private final BufferedReader in;
  private final Optional<Console> console;
  private final Inbox inbox;
  private final BlockingQueue<Boolean> requests = new ArrayBlockingQueue<>(1);

  /**
   * Reads from there, puts lines in there.
   *
   * @param console where what is secret can be typed unseen, if there is one
   */
  public LineReader(BufferedReader in, Optional<Console> console, Inbox inbox) {
    this.in = in;
    this.console = console;
    this.inbox = inbox;
  }

  Inbox inbox() {
    return inbox;
  }

  public void start() {
    Thread.ofPlatform().daemon().name("lines").start(this::read);
  }

  /** One line more, please. To be asked for again only when it has come. */
  void next(boolean secret) throws InterruptedException {
    requests.put(secret);
  }

  private void read() {
    try {
      for (String line = next(); line != null; line = next()) {
        inbox.put(new Event.Line(line));
      }
    } catch (IOException e) {
      // The terminal is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    inbox.put(Event.Signal.LINES_ENDED);
  }

  /** The line that is asked for, or null when no more come. */
  private String next() throws IOException, InterruptedException {
    if (console.isPresent()) {
      boolean secret = requests.take();
      return secret ? unseen(console.get()) : in.readLine();
    }
    String line = in.readLine();
    if (line != null) {
      var _ = requests.take();
    }
    return line;
  }

  private static String unseen(Console console) {
    char[] typed = console.readPassword();
    return typed == null ? null : String.valueOf(typed);
  }
}
