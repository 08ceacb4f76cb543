package fwq.journal.node;

import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.journal.Span;
import fwq.journal.filing.Arrival;
import fwq.journal.filing.Filing;
import fwq.journal.node.TopicGuard.AnotherTopicException;
import fwq.journal.topic.EntryReader;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.LogRange;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * One stay of a node in the group, from joining to leaving: poll, one transaction, receipts that
 * Kafka has, group commit. What is below a committed offset was on some disk and receipted, and
 * whoever is killed before has it done again by the next owner. For one thread.
 */
final class Stay implements ConsumerRebalanceListener, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration POLL_WHILE_FILLING = Duration.ofMillis(2);
  private static final Duration COMMIT_LIMIT = Duration.ofSeconds(5);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Parts parts;
  private final Consumer<String, byte[]> consumer;
  private final Filler filler;
  private final Rounds rounds;
  private final EntryReader reader;
  private final Map<Integer, Long> next = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
  private boolean lost;

  /**
   * What a stay works with.
   *
   * @param topic Kafka's id of the topic
   * @param afterStored called between the transaction and the receipts; a test kills the node there
   */
  record Parts(
      String topic,
      TopicGuard guard,
      JournalDatabase database,
      Voice voice,
      NodeCounts counts,
      Runnable afterStored) {}

  Stay(
      Parts parts,
      Consumer<String, byte[]> consumer,
      Filler filler,
      Rounds rounds,
      EntryReader reader) {
    this.parts = parts;
    this.consumer = consumer;
    this.filler = filler;
    this.rounds = rounds;
    this.reader = reader;
  }

  /** Joins, and stays until stop is requested, or until it has to join anew. */
  void run(Stop stop)
      throws AnotherTopicException, DatabaseException, Failure, InterruptedException {
    consumer.subscribe(List.of(JournalTopics.JOURNAL.name()), this);
    while (!stop.requested() && !lost) {
      ConsumerRecords<String, byte[]> batch = poll();
      if (!lost && !batch.isEmpty()) {
        take(batch);
      }
      if (!lost) {
        commit();
        rounds.look(consumer.groupMetadata().memberId(), next.size());
        filler.step(rounds.now());
      }
    }
  }

  private ConsumerRecords<String, byte[]> poll() {
    return DamagedRecords.poll(
        consumer, filler.isFilling() ? POLL_WHILE_FILLING : POLL, parts.counts().unreadable());
  }

  private void take(ConsumerRecords<String, byte[]> batch)
      throws AnotherTopicException, DatabaseException, Failure, InterruptedException {
    List<Arrival> arrivals = new ArrayList<>(batch.count());
    List<Span> spans = new ArrayList<>();
    Map<TopicPartition, OffsetAndMetadata> ends = batch.nextOffsets();
    for (TopicPartition partition : batch.partitions()) {
      List<ConsumerRecord<String, byte[]>> its = batch.records(partition);
      its.forEach(record -> arrivals.add(reader.read(record, parts.topic())));
      // Where the log has lost its end, what comes next has a lower offset than was expected.
      long from = Math.min(its.getFirst().offset(), next.get(partition.partition()));
      spans.add(new Span(partition.partition(), from, ends.get(partition).offset()));
    }
    if (arrivals.stream().anyMatch(Arrival.Unreadable.class::isInstance)) {
      parts.guard().confirm();
    }
    JournalDatabase database = parts.database();
    Filing filing =
        Filing.of(
            arrivals, spans, database.held(parts.topic()), database.firsts(Filing.keys(arrivals)));
    database.store(parts.topic(), filing);
    parts.afterStored().run();
    parts.voice().receipt(parts.topic(), spans, filing.receipts());
    parts.counts().stored(arrivals, filing);
    for (Span span : spans) {
      next.put(span.partition(), span.to());
      uncommitted.put(partition(span.partition()), offset(span.to()));
    }
  }

  /** A late commit is refused: then others have our partitions, and we have to join anew. */
  private void commit() {
    if (uncommitted.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(uncommitted, COMMIT_LIMIT);
      uncommitted.clear();
    } catch (RebalanceInProgressException e) {
      // What we keep is committed after the next poll; what we give away, at its revocation.
    } catch (CommitFailedException e) {
      lost = true;
    }
  }

  private OffsetAndMetadata offset(long offset) {
    // So that nobody goes on from here in another topic of the same name.
    return new OffsetAndMetadata(offset, parts.topic());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
      for (TopicPartition partition : partitions) {
        OffsetAndMetadata its = committed.get(partition);
        if (its != null && its.metadata().equals(parts.topic())) {
          consumer.seek(partition, LogRange.nearest(consumer, partition, its.offset()));
        } else {
          consumer.seekToBeginning(List.of(partition));
        }
        long start = consumer.position(partition);
        next.put(partition.partition(), start);
        filler.own(partition.partition(), start);
      }
    }
    rounds.reportSoon();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commit();
    forget(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    lost = true;
    forget(partitions);
  }

  private void forget(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      next.remove(partition.partition());
      uncommitted.remove(partition);
      filler.disown(partition.partition());
    }
  }

  private static TopicPartition partition(int partition) {
    return new TopicPartition(JournalTopics.JOURNAL.name(), partition);
  }

  /** Leaves the group at once. */
  @Override
  public void close() {
    try (filler) {
      consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
  }
}
