package fwq.journal.head;

import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.NodeState;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.StoredWord;
import fwq.journal.desk.Answer;
import fwq.journal.desk.Roster;
import fwq.journal.log.PeopleLog;
import fwq.kit.program.Metrics;
import fwq.kit.program.Once;
import io.prometheus.metrics.core.metrics.Counter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens at a head, for its operator: as numbers, and in two files. {@code placements.log}
 * has a line for each receipt and for each append that got none; {@code heartbeats.log} has each
 * node every 5 s. Guarded by the {@link Front}'s lock.
 */
final class HeadCounts {
  private static final Logger LOG = LoggerFactory.getLogger(HeadCounts.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private final PeopleLog placements;
  private final PeopleLog heartbeats;
  private final Counter answers;
  private final List<String> lines = new ArrayList<>();
  private final InstantSource clock;
  private final Once heartbeat;
  private volatile int available;
  private boolean catchesUp = true;

  HeadCounts(Path folder, InstantSource clock, Metrics metrics) {
    this.clock = clock;
    this.heartbeat = new Once(HEARTBEAT);
    this.placements = new PeopleLog(folder, "placements");
    this.heartbeats = new PeopleLog(folder, "heartbeats");
    this.answers =
        metrics.counter("fwq_journal_answers_total", "What appends were answered.", "answer");
    metrics.gauge("fwq_journal_nodes", "Nodes that are available.", () -> available);
  }

  /** From now on what is heard is news. */
  void caughtUp() {
    catchesUp = false;
  }

  void heard(StoredWord.Receipts word) {
    if (!catchesUp) {
      for (Receipt receipt : word.receipts()) {
        lines.add("stored " + receipt.id() + " " + receipt.key() + " on " + word.node());
      }
    }
  }

  void answered(Answer answer) {
    switch (answer.reply()) {
      case JournalReply.Stored _ -> answers.labelValues("stored").inc();
      case JournalReply.Waiting it -> {
        answers.labelValues(it.reason().name()).inc();
        lines.add("not stored yet, " + it.reason() + ": " + it.id() + " " + answer.key());
      }
      case JournalReply.Refused it -> {
        answers.labelValues(it.error().code()).inc();
        lines.add("not stored, " + it.error().code() + ": " + answer.key());
      }
      case JournalReply.Welcome _,
          JournalReply.Unknown _,
          JournalReply.Found _,
          JournalReply.NodeList _,
          JournalReply.Page _,
          JournalReply.PartitionChecked _,
          JournalReply.ChainChecked _ ->
          throw new IllegalArgumentException("no answer to an append");
    }
  }

  /** Nodes have come or gone. */
  void changed(List<String> changes) {
    changes.forEach(LOG::info);
  }

  void tick(Roster roster) {
    long now = clock.millis();
    placements.add(now, lines);
    lines.clear();
    available = roster.available().size();
    if (heartbeat.isDue(now)) {
      List<NodeState> nodes = roster.states();
      heartbeats.add(now, nodes.isEmpty() ? List.of("no data nodes") : beats(nodes));
    }
  }

  private static List<String> beats(List<NodeState> nodes) {
    return nodes.stream()
        .map(
            it ->
                it.available()
                    ? it.name() + " available, " + it.partitions() + " partitions"
                    : it.name() + " not available and dropped")
        .toList();
  }
}
