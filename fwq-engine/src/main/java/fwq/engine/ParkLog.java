package fwq.engine;

import fwq.common.kafka.Topics;
import fwq.common.message.GuestEntry;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Json;
import fwq.engine.park.Park;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What outlives an engine: the compacted topic {@code Park} says who is inside and where, and the
 * group's offsets say how much of {@code Visitor} that includes. Both are written in one
 * transaction.
 */
final class ParkLog {
  /** Holds the park's newest epoch; no guest's alias has a {@code #}. */
  static final String EPOCH_KEY = "#epoch";

  private static final Logger LOG = LoggerFactory.getLogger(ParkLog.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** So many empty polls, 3 s, mean that the broker is away. */
  private static final int EMPTY_POLLS_MAX = 15;

  private final Consumer<String, byte[]> reader;
  private final IntFunction<Producer<String, byte[]>> newWriter;
  private final Map<Integer, Producer<String, byte[]>> writers = new HashMap<>();

  /**
   * A log.
   *
   * @param reader reads committed records, and nothing else than this log
   * @param newWriter makes a park's writer: transactional, under an id that is the park's own
   *     whoever owns it, not yet initialised, and for nothing else than this log
   */
  ParkLog(Consumer<String, byte[]> reader, IntFunction<Producer<String, byte[]>> newWriter) {
    this.reader = reader;
    this.newWriter = newWriter;
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

  /** Gives a park up. */
  void release(int partition, Duration within) {
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
   * Puts a park's guests back as the log has them.
   *
   * @return the epoch of the owner before, or 0
   * @throws TimeoutException when the broker is away
   */
  long restore(int partition, Park park, long now) {
    TopicPartition source = new TopicPartition(Topics.PARK.topic(), partition);
    reader.assign(List.of(source));
    reader.seekToBeginning(List.of(source));
    long end = reader.endOffsets(List.of(source)).get(source);
    // The longest unchanged come first, in the park too.
    LinkedHashMap<String, byte[]> entries = new LinkedHashMap<>();
    int emptyPolls = 0;
    for (long position = reader.position(source); position < end; ) {
      for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
        if (record.value() == null) {
          entries.remove(record.key());
        } else {
          entries.putLast(record.key(), record.value());
        }
      }
      long before = position;
      position = reader.position(source);
      emptyPolls = position == before ? emptyPolls + 1 : 0;
      if (emptyPolls == EMPTY_POLLS_MAX) {
        throw new TimeoutException("the topic Park cannot be read just now");
      }
    }
    reader.unsubscribe();
    byte[] epoch = entries.remove(EPOCH_KEY);
    for (byte[] entry : entries.values()) {
      try {
        park.restore(Json.readGuestEntry(entry), now);
      } catch (BadMessageException e) {
        LOG.warn("an entry of the topic Park cannot be read and is skipped: {}", e.getMessage());
      }
    }
    return epoch == null ? 0 : epoch(new String(epoch, StandardCharsets.UTF_8));
  }

  private static long epoch(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      LOG.warn("the epoch on the topic Park cannot be read and is skipped");
      return 0;
    }
  }

  /**
   * Notes what changed, all or nothing.
   *
   * @param changes new entries, or nothing for guests to forget
   * @param offset the first offset of {@code Visitor} that the changes do not include
   * @return whether it is noted; otherwise it is not, and may be tried again
   * @throws KafkaException when the park may be somebody else's by now, or the writer cannot go on
   */
  boolean save(
      int partition,
      long epoch,
      Map<String, Optional<GuestEntry>> changes,
      long offset,
      ConsumerGroupMetadata owner) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    String topic = Topics.PARK.topic();
    records.add(
        new ProducerRecord<>(
            topic, partition, EPOCH_KEY, Long.toString(epoch).getBytes(StandardCharsets.UTF_8)));
    changes.forEach(
        (alias, entry) ->
            records.add(
                new ProducerRecord<>(
                    topic, partition, alias, entry.map(Json::write).orElse(null))));
    Producer<String, byte[]> writer = writers.get(partition);
    writer.beginTransaction();
    try {
      for (ProducerRecord<String, byte[]> record : records) {
        // One that fails makes the commit fail.
        var _ = writer.send(record);
      }
      writer.sendOffsetsToTransaction(
          Map.of(
              new TopicPartition(Topics.VISITOR.topic(), partition), new OffsetAndMetadata(offset)),
          owner);
      writer.commitTransaction();
      return true;
    } catch (CommitFailedException | TimeoutException e) {
      // Not ours any more; or nobody knows whether it is noted, and the writer allows no other try.
      throw e;
    } catch (KafkaException e) {
      abort(writer, e);
      LOG.info("park {} could not be noted just now: {}", partition, e.getMessage());
      return false;
    }
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
