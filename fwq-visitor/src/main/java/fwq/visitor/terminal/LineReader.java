package fwq.visitor.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that reads lines, and hands one over whenever it is asked to. Where nobody types them,
 * it reads one ahead: so the end is known before anyone waits for it.
 */
final class LineReader {
  private static final Logger LOG = LoggerFactory.getLogger(LineReader.class);

  private final BufferedReader in;
  private final Optional<Console> console;
  private final Inbox inbox;
  private final BlockingQueue<Boolean> wishes = new ArrayBlockingQueue<>(1);

  /**
   * Reads from there, puts lines in there.
   *
   * @param console where what is secret can be typed unseen, if there is one
   */
  LineReader(BufferedReader in, Optional<Console> console, Inbox inbox) {
    this.in = in;
    this.console = console;
    this.inbox = inbox;
  }

  /** Starts to wait for wishes. */
  void start() {
    Thread.ofPlatform().daemon().name("lines").start(this::read);
  }

  /** One line more, please. To be asked for again only when it has come. */
  void next(boolean secret) throws InterruptedException {
    wishes.put(secret);
  }

  private void read() {
    try {
      for (String line = next(); line != null; line = next()) {
        inbox.put(new Event.Said(line));
      }
    } catch (IOException e) {
      LOG.debug("the terminal is gone: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    inbox.put(new Event.LinesEnded());
  }

  /** The line that is requested for, or null when no more come. */
  private String next() throws IOException, InterruptedException {
    if (console.isPresent()) {
      boolean secret = wishes.take();
      return secret ? unseen(console.get()) : in.readLine();
    }
    String line = in.readLine();
    if (line != null) {
      var _ = wishes.take();
    }
    return line;
  }

  private static String unseen(Console console) {
    char[] typed = console.readPassword();
    return typed == null ? null : String.valueOf(typed);
  }
}
