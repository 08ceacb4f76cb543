package fwq.journal.client;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.JournalEntry;
import fwq.journal.options.Secrets;
import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.text.Escape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program {@code fwq journal write}. */
@Command(
    name = "fwq journal write",
    description = "Gives the journal each line that comes in, and waits for its receipt.")
public final class WriteMain implements Program.Body {
  /** So many lines wait for their receipts at once. */
  private static final int CONNECTIONS = 32;

  /** What a line becomes in the log for people. */
  private static final int SHOWN_CHARS_MAX = 60;

  @Mixin private HeadOptions headOptions;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "line",
      description = "what sort of thing the lines are (default: ${DEFAULT-VALUE})")
  private String kind;

  @Option(
      names = "--by-content",
      description =
          "a line's key is its content and how often it has come: lines that are given"
              + " again are stored once")
  private boolean byContent;

  @Mixin private Secrets.Append secret;
  @Mixin private CommonOptions options;

  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  /** The program as it is. */
  public WriteMain() {}

  /** A line on its way. */
  private record Line(UUID key, JournalEntry entry) {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new WriteMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    JournalKey key = secret.key(options.data());
    Receipts receipts = new Receipts(options.data(), out, Clock.systemUTC());
    BlockingQueue<Optional<Line>> lines = new ArrayBlockingQueue<>(CONNECTIONS);
    AtomicReference<Failure> failure = new AtomicReference<>();
    CountDownLatch working = new CountDownLatch(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread.ofVirtual()
          .name("append")
          .start(
              () -> {
                try {
                  append(headOptions.head(), key, lines, receipts, stop);
                } catch (Failure e) {
                  failure.compareAndSet(null, e);
                  stop.request();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                } finally {
                  working.countDown();
                }
              });
    }
    Thread.ofPlatform().name("lines").daemon().start(() -> read(lines, failure, stop));
    working.await();
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private static void append(
      HostPort address,
      JournalKey key,
      BlockingQueue<Optional<Line>> lines,
      Receipts receipts,
      Stop stop)
      throws Failure, InterruptedException {
    try (HeadLink head = new HeadLink(address, key, Clock.systemUTC())) {
      Appender appender = new Appender(head, stop);
      while (!stop.requested()) {
        Optional<Line> line = lines.poll(100, TimeUnit.MILLISECONDS);
        if (line == null) {
          continue;
        }
        if (line.isEmpty()) {
          // For the others, too.
          lines.put(line);
          return;
        }
        JournalEntry entry = line.get().entry();
        receipts.add(shown(entry.body()), appender.append(line.get().key(), entry));
      }
    } catch (IOException e) {
      throw new Failure("the connection to the head cannot be closed: " + e.getMessage(), e);
    }
  }

  private void read(
      BlockingQueue<Optional<Line>> lines, AtomicReference<Failure> failure, Stop stop) {
    ContentKeys keys = new ContentKeys();
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Optional<UUID> key = byContent ? keys.next(kind, line) : Optional.of(UUID.randomUUID());
        if (key.isEmpty()) {
          throw new Failure(
              "more than "
                  + ContentKeys.LINES_MAX
                  + " different lines came, which --by-content cannot tell apart: give fewer, such"
                  + " as only today's, or leave it out");
        }
        lines.put(Optional.of(new Line(key.get(), new JournalEntry(kind, line))));
      }
      lines.put(Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | IllegalArgumentException e) {
      end(new Failure("a line cannot be given: " + e.getMessage(), e), failure, stop);
    } catch (Failure e) {
      end(e, failure, stop);
    }
  }

  private static void end(Failure why, AtomicReference<Failure> failure, Stop stop) {
    failure.compareAndSet(null, why);
    stop.request();
  }

  /** What is safe and short enough for a terminal. */
  static String shown(String body) {
    return Escape.of(body, SHOWN_CHARS_MAX);
  }
}
