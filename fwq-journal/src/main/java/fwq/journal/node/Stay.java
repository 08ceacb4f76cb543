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
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * One stay of a node in the group, from joining to leaving: poll, one transaction, receipts, and,
 * once Kafka has these, group commit. What is below a committed offset was on some disk and
 * receipted, and whoever is killed before has it done again by the next owner. For one thread.
 */
final class Stay implements ConsumerRebalanceListener, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration POLL_WHILE_FILLING = Duration.ofMillis(2);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Parts parts;
  private final Consumer<String, byte[]> consumer;
  private final Filler filler;
  private final Rounds rounds;
  private final EntryReader reader;
  private final Map<Integer, Long> next = new HashMap<>();
  private final Commits commits;
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
    this.commits = new Commits(consumer, parts.topic());
  }

  /** Joins, and stays until stop is requested, or until it has to join anew. */
  void run(Stop stop)
      throws AnotherTopicException, DatabaseException, Failure, InterruptedException {
    consumer.subscribe(List.of(JournalTopics.JOURNAL.name()), this);
    while (!stop.requested() && !isLost()) {
      ConsumerRecords<String, byte[]> batch = poll();
      if (!isLost() && !batch.isEmpty()) {
        take(batch);
      }
      if (!isLost()) {
        commits.look(rounds.now());
        rounds.look(consumer.groupMetadata().memberId(), next.size());
        filler.step(rounds.now());
        parts.counts().tick();
      }
    }
  }

  private boolean isLost() {
    return lost || commits.isRefused();
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
    commits.add(spans, parts.voice().receipt(parts.topic(), spans, filing.receipts()));
    parts.counts().stored(arrivals, filing);
    spans.forEach(span -> next.put(span.partition(), span.to()));
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      // One question for all of them: sixty would take longer than a session on a busy broker.
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      for (TopicPartition partition : partitions) {
        OffsetAndMetadata its = committed.get(partition);
        long begin = begins.get(partition);
        long start =
            its != null && its.metadata().equals(parts.topic())
                ? LogRange.nearest(partition, its.offset(), begin, ends.get(partition))
                : begin;
        consumer.seek(partition, start);
        next.put(partition.partition(), start);
        filler.own(partition.partition(), begin, start);
      }
    }
    rounds.reportSoon();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commits.all();
    forget(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    lost = true;
    forget(partitions);
  }

  private void forget(Collection<TopicPartition> partitions) {
    commits.forget(partitions);
    for (TopicPartition partition : partitions) {
      next.remove(partition.partition());
      filler.disown(partition.partition());
    }
  }

  /** Leaves the group at once. */
  @Override
  public void close() {
    try (filler) {
      parts.counts().writeLines();
      consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
  }
}
