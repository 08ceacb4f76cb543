package fwq.engine;

import fwq.common.talk.visit.VisitTopics;
import fwq.engine.changelog.ChangelogCodec;
import fwq.engine.changelog.Changes;
import fwq.engine.changelog.OfficeCodec;
import fwq.engine.changelog.OfficeEntry;
import fwq.engine.changelog.Ownership;
import fwq.kit.kafka.DamagedRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What outlives an engine: the compacted topic {@code Park} says who is inside and where, and how
 * much of {@code Visitor} that includes. The group's offsets say so, too, for the broker's tools.
 * All of it is written in one transaction.
 */
public final class ParkLog {
  /** Holds the park's {@link Ownership}; no guest's alias has a {@code #}. */
  static final String OWNERSHIP_KEY = "#reign";

  /** Holds what operators said, {@link OfficeEntry}. */
  static final String OFFICE_KEY = "#office";

  private static final Logger LOG = LoggerFactory.getLogger(ParkLog.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** So many empty polls, 3 s, mean that the broker is away. */
  private static final int EMPTY_POLLS_MAX = 15;

  private final Consumer<String, byte[]> reader;
  private final IntFunction<Producer<String, byte[]>> newWriter;
  private final String events;
  private final Map<Integer, Producer<String, byte[]>> writers = new ConcurrentHashMap<>();

  /** What was read of parks that are not taken over yet, so that it is not read again. */
  private final Map<Integer, LoggedPark> begun = new HashMap<>();

  /**
   * A log.
   *
   * @param reader reads committed records, and nothing else than this log
   * @param newWriter makes a park's writer: transactional, under an id that is the park's own
   *     whoever owns it, not yet initialised, and for nothing else than this log
   * @param events the id of the topic {@code Visitor} as it is now, since offsets mean nothing in
   *     another of the same name; empty where it is not known
   */
  public ParkLog(
      Consumer<String, byte[]> reader,
      IntFunction<Producer<String, byte[]>> newWriter,
      String events) {
    this.reader = reader;
    this.newWriter = newWriter;
    this.events = events;
  }

  /** The id of the topic of events whose offsets are noted. */
  String events() {
    return events;
  }

  /**
   * Makes this log the only one that can note anything of a park. What an owner before had begun
   * and not finished is undone now, instead of when its transaction would time out.
   */
  void take(int partition) {
    Producer<String, byte[]> writer = newWriter.apply(partition);
    Producer<String, byte[]> before = writers.put(partition, writer);
    if (before != null) {
      before.close(Duration.ZERO);
    }
    writer.initTransactions();
  }

  /** Gives a park up, also one that was not taken over yet. */
  void release(int partition, Duration within) {
    begun.remove(partition);
    Producer<String, byte[]> writer = writers.remove(partition);
    if (writer != null) {
      writer.close(within);
    }
  }

  /** Closes all clients, each within this time. */
  void close(Duration within) {
    reader.close(CloseOptions.timeout(within));
    writers.values().forEach(writer -> writer.close(within));
    writers.clear();
  }

  /**
   * What is noted of a park, but for what an owner has begun and not finished. Until the park is
   * {@link #claim claimed} or {@link #release released}, only what is new is read.
   *
   * @throws TimeoutException when the broker is away
   */
  LoggedPark read(int partition) {
    TopicPartition source = new TopicPartition(VisitTopics.PARK.name(), partition);
    LoggedPark park = begun.computeIfAbsent(partition, _ -> new LoggedPark());
    reader.assign(List.of(source));
    reader.seek(source, park.next());
    long end = reader.endOffsets(List.of(source)).get(source);
    int emptyPolls = 0;
    while (park.next() < end) {
      DamagedRecords.poll(reader, POLL).forEach(park::add);
      long position = reader.position(source);
      emptyPolls = position == park.next() ? emptyPolls + 1 : 0;
      if (emptyPolls == EMPTY_POLLS_MAX) {
        throw new TimeoutException("the topic Park cannot be read just now");
      }
      park.readUpTo(position);
    }
    reader.unsubscribe();
    return park;
  }

  /**
   * Notes that the park has a new owner, before that says anything: so no two owners have one
   * epoch, whatever their clocks say.
   *
   * @throws KafkaException when it may be somebody else's by now, or the broker is away
   */
  void claim(int partition, Ownership ownership) {
    Producer<String, byte[]> writer = writers.get(partition);
    writer.beginTransaction();
    var _ = writer.send(record(partition, ownership));
    writer.commitTransaction();
    begun.remove(partition);
  }

  /**
   * Notes what changed, all or nothing; in any thread, one note of a park at a time. It fails also
   * while the group agrees anew, which says nothing of whose the park is: the group tells, or the
   * next owner's {@link #take} makes the writer useless.
   *
   * @param ownership the park itself, with the offset up to which the changes go
   * @param changes what is new
   * @return whether it is noted; otherwise it is not, and may be tried again
   * @throws KafkaException when the park may be somebody else's by now, or the writer cannot go on
   */
  boolean save(int partition, Ownership ownership, Changes changes, ConsumerGroupMetadata owner) {
    Producer<String, byte[]> writer = writers.get(partition);
    writer.beginTransaction();
    try {
      // One that fails makes the commit fail.
      var _ = writer.send(record(partition, ownership));
      changes
          .office()
          .ifPresent(
              office -> {
                var _ = writer.send(record(partition, OFFICE_KEY, OfficeCodec.write(office)));
              });
      changes
          .guests()
          .forEach(
              (alias, entry) -> {
                var _ =
                    writer.send(
                        record(partition, alias, entry.map(ChangelogCodec::write).orElse(null)));
              });
      writer.sendOffsetsToTransaction(
          Map.of(
              new TopicPartition(VisitTopics.VISITOR.name(), partition),
              new OffsetAndMetadata(ownership.offset())),
          owner);
      writer.commitTransaction();
      return true;
    } catch (TimeoutException e) {
      // Nobody knows whether it is noted, and the writer allows no other try.
      throw e;
    } catch (KafkaException e) {
      abort(writer, e);
      LOG.info("park {} could not be noted just now: {}", partition, e.getMessage());
      return false;
    }
  }

  private ProducerRecord<String, byte[]> record(int partition, Ownership ownership) {
    return record(partition, OWNERSHIP_KEY, ChangelogCodec.write(ownership.of(events)));
  }

  private static ProducerRecord<String, byte[]> record(int partition, String key, byte[] value) {
    return new ProducerRecord<>(VisitTopics.PARK.name(), partition, key, value);
  }

  private static void abort(Producer<String, byte[]> writer, KafkaException because) {
    try {
      writer.abortTransaction();
    } catch (KafkaException e) {
      because.addSuppressed(e);
      throw because;
    }
  }
}
