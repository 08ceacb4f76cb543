package fwq.journal.node;

import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.journal.Span;
import fwq.journal.filing.Arrival;
import fwq.journal.filing.Filing;
import fwq.journal.filing.FillPlan;
import fwq.journal.filing.Pace;
import fwq.journal.node.TopicGuard.AnotherTopicException;
import fwq.journal.topic.EntryReader;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.program.Failure;
import fwq.kit.sqlite.DatabaseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads what an owner lacks below where it began, a little at a time between two batches: no
 * receipt waits for it. For the node's thread.
 */
final class Filler implements AutoCloseable {
  static final long BYTES_PER_SECOND_MAX = 5_000_000;

  private final Consumer<String, byte[]> consumer;
  private final JournalDatabase database;
  private final EntryReader reader;
  private final String topic;
  private final TopicGuard guard;
  private final FillPlan plan = new FillPlan();
  private final Map<Integer, Long> begins = new HashMap<>();
  private final Pace pace = new Pace(BYTES_PER_SECOND_MAX);
  private Optional<Span> now = Optional.empty();

  /** Whether something may be lacking: what is looked for and not found does not come back. */
  private boolean mayLack;

  Filler(
      Consumer<String, byte[]> consumer,
      JournalDatabase database,
      EntryReader reader,
      String topic,
      TopicGuard guard) {
    this.consumer = consumer;
    this.database = database;
    this.reader = reader;
    this.topic = topic;
    this.guard = guard;
  }

  /**
   * A partition is ours.
   *
   * @param begin the first offset that Kafka has of it
   * @param start where we begin to read it
   */
  void own(int partition, long begin, long start) {
    mayLack = true;
    plan.own(partition, start);
    begins.put(partition, begin);
  }

  /** It is not ours any more. */
  void disown(int partition) {
    plan.disown(partition);
    if (now.isPresent() && now.get().partition() == partition) {
      stop();
    }
  }

  /** Reads and stores a little, if something is lacking and its pace allows. */
  void step(long nowMillis)
      throws AnotherTopicException, DatabaseException, Failure, InterruptedException {
    if (!mayLack || !pace.allows(nowMillis)) {
      return;
    }
    if (now.isEmpty()) {
      now = plan.next(database.held(topic), begins);
      if (now.isEmpty()) {
        mayLack = false;
        return;
      }
      TopicPartition its = partition(now.get().partition());
      consumer.assign(List.of(its));
      consumer.seek(its, now.get().from());
    }
    Span gap = now.get();
    TopicPartition its = partition(gap.partition());
    ConsumerRecords<String, byte[]> batch = DamagedRecords.poll(consumer, Duration.ZERO);
    long position = consumer.position(its);
    if (position < gap.from()) {
      // Kafka's client went to the beginning: what was to be read is not there.
      position = gap.to();
    }
    if (position == gap.from()) {
      return;
    }
    List<Arrival> arrivals = new ArrayList<>();
    long bytes = 0;
    for (ConsumerRecord<String, byte[]> record : batch) {
      if (record.offset() >= gap.from() && record.offset() < gap.to()) {
        arrivals.add(reader.read(record, topic));
        bytes += record.serializedKeySize() + record.serializedValueSize();
      }
    }
    if (arrivals.stream().anyMatch(Arrival.Unreadable.class::isInstance)) {
      guard.confirm();
    }
    long to = Math.min(gap.to(), position);
    List<Span> read = List.of(new Span(gap.partition(), gap.from(), to));
    database.store(
        topic,
        Filing.of(arrivals, read, database.held(topic), database.firsts(Filing.keys(arrivals))));
    pace.took(bytes, nowMillis);
    if (to == gap.to()) {
      stop();
    } else {
      now = Optional.of(new Span(gap.partition(), to, gap.to()));
    }
  }

  /** Whether something is being read. */
  boolean isFilling() {
    return now.isPresent();
  }

  private void stop() {
    now = Optional.empty();
    consumer.unsubscribe();
  }

  private static TopicPartition partition(int partition) {
    return new TopicPartition(JournalTopics.JOURNAL.name(), partition);
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
