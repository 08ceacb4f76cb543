package fwq.kit.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets a consumer past records that are damaged on the broker's disk, as bit rot or a power cut
 * leaves them. Kafka's client throws at each poll until its owner seeks past them, and says where
 * only in its message. So every consumer of FWQ polls here and nowhere else.
 */
public final class DamagedRecords {
  private static final Logger LOG = LoggerFactory.getLogger(DamagedRecords.class);

  /** As Kafka's client words it, for a batch, a record, and whatever is asked for after that. */
  private static final Pattern WHERE =
      Pattern.compile("(?:[Rr]ecord(?: batch)? for partition|next record from) (\\S+)-(\\d+)");

  private DamagedRecords() {}

  /**
   * What the consumer gives next. Damaged records are said once and passed over.
   *
   * @throws KafkaException for anything else that the consumer throws
   */
  public static ConsumerRecords<String, byte[]> poll(
      Consumer<String, byte[]> consumer, Duration wait) {
    return poll(consumer, wait, _ -> {});
  }

  /** The same, where damaged records are counted with all that cannot be used. */
  public static ConsumerRecords<String, byte[]> poll(
      Consumer<String, byte[]> consumer, Duration wait, Skipped skipped) {
    return poll(consumer, wait, skipped::add);
  }

  private static ConsumerRecords<String, byte[]> poll(
      Consumer<String, byte[]> consumer, Duration wait, java.util.function.Consumer<String> count) {
    List<String> passed = new ArrayList<>();
    try {
      // Of a damaged batch each record takes a turn, and each turn goes on by one record.
      while (true) {
        try {
          return consumer.poll(wait);
        } catch (KafkaException e) {
          TopicPartition where =
              where(e).filter(consumer.assignment()::contains).orElseThrow(() -> e);
          long offset = consumer.position(where);
          passed.add("at " + where + " offset " + offset + ": " + e.getMessage());
          count.accept("the record at " + where + " offset " + offset + " is damaged");
          consumer.seek(where, offset + 1);
        }
      }
    } finally {
      if (!passed.isEmpty()) {
        LOG.warn(
            "{} damaged on the broker's disk and passed over, the first {}",
            passed.size() == 1 ? "a record is" : passed.size() + " records are",
            passed.getFirst());
      }
    }
  }

  private static Optional<TopicPartition> where(KafkaException e) {
    if (e instanceof RecordDeserializationException named) {
      return Optional.of(named.topicPartition());
    }
    if (e instanceof RetriableException) {
      return Optional.empty();
    }
    Matcher matcher = WHERE.matcher(String.valueOf(e.getMessage()));
    return matcher.find()
        ? Optional.of(new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
