package fwq.journal.node;

import fwq.common.talk.journal.Receipt;
import fwq.journal.filing.Arrival;
import fwq.journal.filing.Filing;
import fwq.journal.log.PeopleLog;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import fwq.kit.program.Once;
import io.prometheus.metrics.core.metrics.Counter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What a node has done, for its operator: as numbers, and a line for each record. One thread. */
final class NodeCounts {
  /** Lines are written together: to open the file takes longer than to store a record. */
  private static final Duration LINES_EVERY = Duration.ofMillis(100);

  private final PeopleLog records;
  private final List<String> lines = new ArrayList<>();
  private final Once write = new Once(LINES_EVERY);
  private final InstantSource clock;
  private final Skipped unreadable;
  private final Counter stored;
  private final Counter repeats;
  private final Counter receipts;

  NodeCounts(PeopleLog records, InstantSource clock, Metrics metrics) {
    this.records = records;
    this.clock = clock;
    this.unreadable = new Skipped("journal_records", clock, metrics);
    this.stored = metrics.counter("fwq_journal_stored_total", "Records stored by this node.");
    this.repeats = metrics.counter("fwq_journal_repeats_total", "Keys said again.");
    this.receipts = metrics.counter("fwq_journal_receipts_total", "Receipts given.");
  }

  /** Records that nobody can use. */
  Skipped unreadable() {
    return unreadable;
  }

  /** A batch is on the disk and receipted. */
  void stored(List<Arrival> arrivals, Filing filing) {
    stored.inc(filing.rows().size());
    repeats.inc(filing.repeats().size());
    receipts.inc(filing.receipts().size());
    for (Receipt receipt : filing.receipts()) {
      lines.add("stored " + receipt.id() + " " + receipt.key());
    }
    for (Arrival arrival : arrivals) {
      if (arrival instanceof Arrival.Unreadable it) {
        unreadable.add(it.why());
        lines.add("unreadable " + it.place().id() + ": " + it.why());
      }
    }
  }

  /** Writes the lines, if it is time. */
  void tick() {
    if (!lines.isEmpty() && write.isDue(clock.millis())) {
      writeLines();
    }
  }

  /** Writes the lines that are left. */
  void writeLines() {
    records.add(clock.millis(), lines);
    lines.clear();
  }
}
