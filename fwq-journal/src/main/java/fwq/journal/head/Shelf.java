package fwq.journal.head;

import fwq.common.talk.journal.JournalRecord;
import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.RowDigest;
import fwq.common.talk.journal.Span;
import fwq.journal.check.RowsException;
import fwq.journal.filing.Arrival;
import fwq.journal.filing.Row;
import fwq.journal.topic.EntryReader;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * What Kafka itself has of {@code Journal}, for one who reads or checks. Not for several threads.
 */
final class Shelf implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Without a record for so many polls, 5 s, the broker counts as away. */
  private static final int EMPTY_POLLS_MAX = 25;

  private final KafkaConsumer<String, byte[]> consumer;
  private final EntryReader reader;
  private final String topic;

  /** Reads the topic of this id. */
  Shelf(KafkaClients kafka, EntryReader reader, String topic) {
    this.consumer = kafka.consumer();
    this.reader = reader;
    this.topic = topic;
  }

  /** From where to where a partition goes now. */
  record Extent(long begin, long end) {}

  Extent extent(int partition) {
    TopicPartition its = partition(partition);
    return new Extent(
        consumer.beginningOffsets(List.of(its)).get(its),
        consumer.endOffsets(List.of(its)).get(its));
  }

  /** One record. */
  Optional<JournalRecord> find(RecordId id) throws RowsException {
    Extent extent = extent(id.partition());
    if (!id.topic().equals(topic) || id.offset() < extent.begin() || id.offset() >= extent.end()) {
      return Optional.empty();
    }
    return read(new Span(id.partition(), id.offset(), id.offset() + 1), 1).stream()
        .flatMap(it -> record(it).stream())
        .findFirst();
  }

  /**
   * Records in order.
   *
   * @param next how far was looked, and there may be more; nothing after the last
   */
  record Page(List<JournalRecord> records, Optional<LogPlace> next) {}

  /**
   * The first records of a span that come after a place.
   *
   * @param recordsMin how many at least, if it has as many
   */
  Page after(Optional<LogPlace> place, Span span, int recordsMin) throws RowsException {
    long from = Math.max(span.from(), extent(span.partition()).begin());
    if (place.isPresent()) {
      from = Math.max(from, after(place.get(), span));
    }
    if (from >= span.to()) {
      return new Page(List.of(), Optional.empty());
    }
    List<Arrival> read = read(new Span(span.partition(), from, span.to()), recordsMin);
    boolean isEnd = read.isEmpty() || read.getLast().place().id().offset() + 1 >= span.to();
    return new Page(
        read.stream()
            .flatMap(it -> record(it).stream())
            .filter(it -> place.isEmpty() || it.place().compareTo(place.get()) > 0)
            .toList(),
        isEnd ? Optional.empty() : Optional.of(read.getLast().place()));
  }

  /** The first offset of a partition that comes after a place in the order of reading. */
  private long after(LogPlace place, Span span) {
    int topics = topic.compareTo(place.id().topic());
    boolean isSame = topics == 0 && span.partition() == place.id().partition();
    boolean isBefore = topics < 0 || (topics == 0 && span.partition() < place.id().partition());
    TopicPartition its = partition(span.partition());
    OffsetAndTimestamp first =
        consumer.offsetsForTimes(Map.of(its, isBefore ? place.at() + 1 : place.at())).get(its);
    long offset = first == null ? span.to() : first.offset();
    return isSame ? Math.max(offset, place.id().offset() + 1) : offset;
  }

  /** What there is of a partition from an offset up to another, to be compared. */
  List<RowDigest> digests(int partition, long from, long to) throws RowsException {
    if (from >= to) {
      return List.of();
    }
    return read(new Span(partition, from, to), 1).stream().map(it -> Row.of(it).digest()).toList();
  }

  private static Optional<JournalRecord> record(Arrival arrival) {
    return arrival instanceof Arrival.Signed it
        ? Optional.of(new JournalRecord(it.place(), it.key(), it.entry()))
        : Optional.empty();
  }

  /** At least so many records of a span, if it has as many. */
  private List<Arrival> read(Span span, int recordsMin) throws RowsException {
    TopicPartition its = partition(span.partition());
    try {
      if (!consumer.assignment().equals(Set.of(its))) {
        consumer.assign(List.of(its));
        consumer.seek(its, span.from());
      } else if (consumer.position(its) != span.from()) {
        consumer.seek(its, span.from());
      }
      List<Arrival> arrivals = new ArrayList<>();
      for (int polls = 0; polls < EMPTY_POLLS_MAX; polls++) {
        for (ConsumerRecord<String, byte[]> record : DamagedRecords.poll(consumer, POLL)) {
          if (record.offset() < span.to()) {
            arrivals.add(reader.read(record, topic));
          }
        }
        if (arrivals.size() >= recordsMin || consumer.position(its) >= span.to()) {
          return arrivals;
        }
      }
    } catch (KafkaException e) {
      throw new RowsException("the broker does not answer: " + e.getMessage(), e);
    }
    throw new RowsException("the broker gives no more records of " + its, null);
  }

  private static TopicPartition partition(int partition) {
    return new TopicPartition(JournalTopics.JOURNAL.name(), partition);
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
