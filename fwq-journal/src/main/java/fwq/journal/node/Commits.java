package fwq.journal.node;

import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.journal.Span;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches that are on the disk wait here, in order, until Kafka has their receipts; then their
 * offsets are committed, those of many batches at once, while the next one is read. So what lies
 * below a committed offset has been receipted. For the node's thread.
 */
final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

  /** As many batches as may wait for Kafka's word on their receipts. */
  private static final int BATCHES_MAX = 16;

  /** What came since the last commit is receipted again by the next owner: little, and harmless. */
  private static final long EVERY_MILLIS = 100;

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Consumer<?, ?> consumer;
  private final String topic;
  private final Deque<Batch> underWay = new ArrayDeque<>();
  private final Map<TopicPartition, OffsetAndMetadata> receipted = new HashMap<>();
  private long committedAt = Long.MIN_VALUE / 2;
  private boolean commits;
  private boolean refused;

  /** What was read, and the receipts for it. */
  private record Batch(List<Span> spans, Voice.Sending receipts) {}

  /**
   * Nothing waits.
   *
   * @param topic Kafka's id of the topic, which goes with each offset: so nobody goes on from there
   *     in another topic of the same name
   */
  Commits(Consumer<?, ?> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  /**
   * One more batch is on the disk.
   *
   * @throws KafkaException when receipts cannot be given
   */
  void add(List<Span> spans, Voice.Sending receipts) throws InterruptedException {
    if (underWay.size() == BATCHES_MAX) {
      takeFirst();
    }
    underWay.add(new Batch(spans, receipts));
  }

  /**
   * Commits what has been receipted, unless that was done just now. Does not wait.
   *
   * @throws KafkaException when receipts cannot be given
   */
  void look(long nowMillis) throws InterruptedException {
    while (!underWay.isEmpty() && underWay.element().receipts().isOver()) {
      takeFirst();
    }
    if (!receipted.isEmpty() && !commits && nowMillis - committedAt >= EVERY_MILLIS) {
      committedAt = nowMillis;
      commits = true;
      Map<TopicPartition, OffsetAndMetadata> these = Map.copyOf(receipted);
      consumer.commitAsync(
          these,
          (_, problem) -> {
            commits = false;
            heard(these, problem);
          });
    }
  }

  private void takeFirst() throws InterruptedException {
    Batch its = underWay.remove();
    its.receipts().await();
    for (Span span : its.spans()) {
      receipted.put(partition(span.partition()), new OffsetAndMetadata(span.to(), topic));
    }
  }

  private void heard(Map<TopicPartition, OffsetAndMetadata> these, Exception problem) {
    switch (problem) {
      case null -> these.forEach(receipted::remove);
      // Then others have our partitions, and we have to join anew.
      case CommitFailedException _ -> refused = true;
      // What we keep is committed later; what we give away, at its revocation.
      case RebalanceInProgressException _, RetriableCommitFailedException _ -> {}
      default -> {
        LOG.warn("offsets cannot be committed: {}", problem.getMessage());
        refused = true;
      }
    }
  }

  /** Waits for all receipts and commits: partitions are given away. */
  void all() {
    try {
      while (!underWay.isEmpty()) {
        takeFirst();
      }
    } catch (KafkaException e) {
      // Those who come next find it above the committed offset, and receipt it.
      underWay.clear();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      underWay.clear();
    }
    if (!receipted.isEmpty()) {
      Map<TopicPartition, OffsetAndMetadata> these = Map.copyOf(receipted);
      try {
        consumer.commitSync(these, LIMIT);
        heard(these, null);
      } catch (RebalanceInProgressException | CommitFailedException e) {
        heard(these, e);
      }
    }
  }

  /** Partitions are not ours any more. */
  void forget(Collection<TopicPartition> partitions) {
    receipted.keySet().removeAll(partitions);
  }

  /** Whether a late commit was refused. */
  boolean isRefused() {
    return refused;
  }

  private static TopicPartition partition(int partition) {
    return new TopicPartition(JournalTopics.JOURNAL.name(), partition);
  }
}
