package fwq.kit.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where to go on in a log that does not have the record that was to be next. Kafka's client would
 * go to the beginning by itself, and so play history over what lives.
 */
public final class LogRange {
  private static final Logger LOG = LoggerFactory.getLogger(LogRange.class);

  private LogRange() {}

  /**
   * The wanted offset, or the nearest one that the log has; what that means is said.
   *
   * @throws KafkaException when the broker does not say how far the log goes
   */
  public static long nearest(
      Consumer<String, byte[]> consumer, TopicPartition partition, long wanted) {
    long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
    return nearest(
        partition, wanted, begin, consumer.endOffsets(List.of(partition)).get(partition));
  }

  /** The same for who has asked the broker already. */
  public static long nearest(TopicPartition partition, long wanted, long begin, long end) {
    if (wanted > end) {
      LOG.error(
          "{} was read up to offset {}, but its log ends at {}, as after a power cut of the broker's"
              + " machine: the records between are lost; going on from the end, so that no old"
              + " record counts again",
          partition,
          wanted,
          end);
      return end;
    }
    if (wanted > 0 && wanted < begin) {
      LOG.warn(
          "{} was read up to offset {}, but its log begins at {}: the records between are too old"
              + " and gone; going on from there",
          partition,
          wanted,
          begin);
    }
    return Math.max(begin, wanted);
  }
}
