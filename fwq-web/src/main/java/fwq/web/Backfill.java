package fwq.web;

import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.sqlite.DatabaseException;
import fwq.web.api.Recorder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the topic still has of the minutes before this process began: one picture of each is read.
 */
final class Backfill {
  private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
  private static final int MINUTES = 10;
  private static final long MINUTE_MILLIS = 60_000;
  private static final Duration POLL = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final Recorder recorder;

  Backfill(KafkaClients clients, Recorder recorder) {
    this.clients = clients;
    this.recorder = recorder;
  }

  /** Fills the minutes before this moment; those that cannot be read stay unseen. */
  void fill(int parks, long now) {
    try (Consumer<String, byte[]> consumer = clients.consumer()) {
      for (int park = 0; park < parks; park++) {
        TopicPartition partition = new TopicPartition(VisitTopics.ENGINE.name(), park);
        consumer.assign(List.of(partition));
        for (int back = MINUTES; back > 0; back--) {
          // The first picture of a whole minute, as one who had been there would have kept.
          fill(consumer, partition, (now / MINUTE_MILLIS - back) * MINUTE_MILLIS);
        }
      }
    } catch (KafkaException | DatabaseException e) {
      LOG.warn("the last {} minutes cannot be read: {}", MINUTES, e.getMessage());
    }
  }

  private void fill(Consumer<String, byte[]> consumer, TopicPartition partition, long from)
      throws DatabaseException {
    OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, from)).get(partition);
    if (first == null || first.timestamp() >= from + MINUTE_MILLIS) {
      return;
    }
    consumer.seek(partition, first.offset());
    for (ConsumerRecord<String, byte[]> record : DamagedRecords.poll(consumer, POLL)) {
      try {
        if (EngineCodec.read(record.value()) instanceof MapFrame frame
            && frame.park() == partition.partition()) {
          recorder.saw(frame);
          return;
        }
      } catch (BadMessageException e) {
        // Whoever reads the topic live counts it.
      }
    }
  }
}
