package fwq.kit.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Goes on at the {@link LogRange#nearest nearest} record where the one that is next is not there.
 */
final class InRangeConsumer extends KafkaConsumer<String, byte[]> {
  InRangeConsumer(Map<String, Object> settings) {
    super(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public ConsumerRecords<String, byte[]> poll(Duration timeout) {
    try {
      return super.poll(timeout);
    } catch (OffsetOutOfRangeException e) {
      e.offsetOutOfRangePartitions()
          .forEach(
              (partition, wanted) -> seek(partition, LogRange.nearest(this, partition, wanted)));
      return ConsumerRecords.empty();
    }
  }
}
