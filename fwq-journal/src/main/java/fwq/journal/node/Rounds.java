package fwq.journal.node;

import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.journal.NodeAddress;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.StoredWord;
import fwq.journal.node.TopicGuard.AnotherTopicException;
import fwq.journal.topic.NodeGroup;
import fwq.kit.program.Failure;
import fwq.kit.program.SteadyClock;
import fwq.kit.sqlite.DatabaseException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node does every 5 s beside storing: it says where it is and what it has, makes sure that
 * the topic is the same and its name its own, and lets go what is too old. For the node's thread.
 */
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final long EVERY_MILLIS = 5_000;

  private final Parts parts;
  private final SteadyClock steady = new SteadyClock();
  private final InstantSource clock;
  private long lookedAt = Long.MIN_VALUE / 2;
  private boolean reportSoon;
  private boolean wasSpare;

  /**
   * What it is about.
   *
   * @param topic Kafka's id of it
   */
  record Parts(
      NodeName name,
      NodeAddress address,
      String topic,
      Admin admin,
      Names names,
      TopicGuard guard,
      JournalDatabase database,
      Voice voice,
      Limits limits) {}

  /**
   * How much is kept.
   *
   * @param keepMillis how long rows are kept
   * @param bytesMax how large the database may be
   * @param freeBytes how much room there is on its disk
   */
  record Limits(long keepMillis, long bytesMax, LongSupplier freeBytes) {}

  Rounds(Parts parts, InstantSource clock) {
    this.parts = parts;
    this.clock = clock;
  }

  /** By a clock that is never set back. */
  long now() {
    return steady.millis();
  }

  /** Partitions have changed hands. */
  void reportSoon() {
    reportSoon = true;
  }

  /**
   * Looks whether it is time.
   *
   * @param memberId what Kafka calls us in the group
   * @param partitions our share
   */
  void look(String memberId, int partitions)
      throws AnotherTopicException, DatabaseException, Failure, InterruptedException {
    long now = now();
    boolean isTime = now - lookedAt >= EVERY_MILLIS;
    if (reportSoon || isTime) {
      reportSoon = false;
      report();
    }
    if (isTime) {
      lookedAt = now;
      try {
        parts.guard().confirm();
        lookAtGroup(memberId, partitions);
      } catch (TimeoutException e) {
        // A busy broker: the next round asks again.
        LOG.debug("the broker was asked and does not answer: {}", e.getMessage());
      }
      var _ =
          parts
              .database()
              .letGo(clock.millis() - parts.limits().keepMillis(), parts.limits().bytesMax());
    }
  }

  private void report() {
    JournalDatabase database = parts.database();
    parts
        .voice()
        .report(
            new StoredWord.Report(
                parts.name(),
                parts.address(),
                parts.topic(),
                database.held(parts.topic()).spans().stream().limit(StoredWord.SPANS_MAX).toList(),
                database.database(),
                parts.limits().freeBytes().getAsLong(),
                database.newest()));
  }

  private void lookAtGroup(String memberId, int partitions) throws Failure, InterruptedException {
    NodeGroup.Look look = NodeGroup.look(parts.admin());
    parts.names().check(look, memberId);
    List<NodeGroup.Member> members = look.members();
    boolean isSpare =
        partitions == 0
            && members.stream().filter(it -> it.partitions() > 0).count()
                >= JournalPartitions.COUNT;
    if (isSpare && !wasSpare) {
      LOG.info(
          "{} is spare: {} nodes share the partitions, which are fewer; it takes over when one goes",
          parts.name(),
          members.size() - 1);
    }
    wasSpare = isSpare;
  }
}
