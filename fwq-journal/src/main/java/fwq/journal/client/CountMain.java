package fwq.journal.client;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.JournalEntry;
import fwq.journal.options.Secrets;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.TimeSpan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program {@code fwq journal count}. */
@Command(
    name = "fwq journal count",
    description = "A turnstile: gives the journal a number from 0 to 100 again and again.")
public final class CountMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(CountMain.class);
  private static final int NUMBER_MAX = 100;

  @Mixin private HeadOptions headOptions;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      defaultValue = "3s",
      description = "how often (default: ${DEFAULT-VALUE})")
  private Duration every;

  @Option(names = "--stdin", description = "the numbers come from a real counter, one a line")
  private boolean stdin;

  @Mixin private Secrets.Append secret;
  @Mixin private CommonOptions options;

  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  /** The program as it is. */
  public CountMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new CountMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    JournalKey key = secret.key(options.data());
    Clock clock = Clock.systemUTC();
    Receipts receipts = new Receipts(options.data(), out, clock);
    try (HeadLink head = new HeadLink(headOptions.head(), key, clock)) {
      Appender appender = new Appender(head, stop);
      Numbers numbers = stdin ? read(stop) : () -> Optional.of(random());
      long count = 0;
      Optional<Integer> number = numbers.next();
      while (number.isPresent() && !stop.requested()) {
        count++;
        String body = "{\"count\":" + count + ",\"number\":" + number.get() + "}";
        receipts.add(
            "count " + count + ", number " + number.get(),
            appender.append(UUID.randomUUID(), new JournalEntry("count", body)));
        if (!stdin) {
          stop.await(every);
        }
        number = stop.requested() ? Optional.empty() : numbers.next();
      }
    }
  }

  private static int random() {
    return RandomGenerator.getDefault().nextInt(NUMBER_MAX + 1);
  }

  /** The next number, if there is one. */
  @FunctionalInterface
  private interface Numbers {
    Optional<Integer> next() throws IOException;
  }

  /** Whole numbers from 0 to 100, one a line; other lines are said and passed over. */
  private static Numbers read(Stop stop) {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return () -> {
      while (!stop.requested()) {
        String line = in.readLine();
        if (line == null) {
          return Optional.empty();
        }
        try {
          int number = Integer.parseInt(line.strip());
          if (number >= 0 && number <= NUMBER_MAX) {
            return Optional.of(number);
          }
        } catch (NumberFormatException e) {
          // Told below, as for a number out of range.
        }
        LOG.warn(
            "a line is a number from 0 to {}, such as 42; one that is not is passed over",
            NUMBER_MAX);
      }
      return Optional.empty();
    };
  }
}
