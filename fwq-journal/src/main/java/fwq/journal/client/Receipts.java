package fwq.journal.client;

import fwq.common.talk.journal.JournalReply;
import fwq.journal.log.PeopleLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Tells of each receipt: on the terminal, and in {@code receipts.log}. For any thread. */
final class Receipts {
  private final PeopleLog file;
  private final PrintWriter out;
  private final InstantSource clock;

  Receipts(Path data, PrintWriter out, InstantSource clock) {
    this.file = new PeopleLog(data.resolve("journal"), "receipts");
    this.out = out;
    this.clock = clock;
  }

  /** What was appended, shortened for people, and its receipt; nothing where it has none. */
  synchronized void add(String what, Optional<JournalReply.Stored> receipt) {
    String line =
        receipt
            .map(it -> what + " stored as " + it.id() + " on " + it.node() + " at " + it.host())
            .orElse(what + " not stored: the end came first");
    out.println(line);
    file.add(clock.millis(), List.of(line));
  }
}
