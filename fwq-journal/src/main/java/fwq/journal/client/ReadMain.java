package fwq.journal.client;

import fwq.common.talk.journal.JournalRecord;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.RecordLines;
import fwq.journal.options.Secrets;
import fwq.kit.program.BoundedMap;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.TimeSpan;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program {@code fwq journal read}. */
@Command(
    name = "fwq journal read",
    description = "Prints the journal's records by time, a JSON line for each.")
public final class ReadMain implements Program.Body {
  /** So many keys are remembered: of records that only Kafka has, one may come twice. */
  private static final int KEYS_MAX = 200_000;

  @Mixin private HeadOptions headOptions;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      description = "only records of the last so much time, such as 10m")
  private Duration since;

  @Option(names = "--kind", paramLabel = "KIND", description = "only records of this kind")
  private String kind;

  @Mixin private Secrets.Journal secret;
  @Mixin private CommonOptions options;

  private final PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);

  /** The program as it is. */
  public ReadMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new ReadMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    long from = since == null ? 0 : Instant.now().minus(since).toEpochMilli();
    Map<UUID, Boolean> seen = BoundedMap.byAge(KEYS_MAX);
    try (Asking head = new Asking(headOptions.head(), secret.key(options.data()))) {
      Optional<LogPlace> after = from == 0 ? Optional.empty() : Optional.of(LogPlace.before(from));
      do {
        JournalReply.Page page =
            head.ask(
                new JournalRequest.Read(after, Optional.ofNullable(kind)), JournalReply.Page.class);
        for (JournalRecord record : page.records()) {
          if (seen.put(record.key(), true) == null) {
            out.println(RecordLines.line(record));
          }
        }
        out.flush();
        after = page.next();
      } while (after.isPresent() && !stop.requested());
    }
  }
}
