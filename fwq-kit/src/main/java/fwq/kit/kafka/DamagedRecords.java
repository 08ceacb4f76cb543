package fwq.kit.kafka;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets a consumer past a record that is damaged on the broker's disk, as bit rot or a power cut
 * leaves it. Kafka's client throws at each poll until its owner seeks past it, and says where only
 * in its message.
 */
public final class DamagedRecords {
  private static final Logger LOG = LoggerFactory.getLogger(DamagedRecords.class);

  /** As Kafka's client words it, for a batch, a record, and whatever is asked for after that. */
  private static final Pattern WHERE =
      Pattern.compile("(?:[Rr]ecord(?: batch)? for partition|next record from) (\\S+)-(\\d+)");

  private DamagedRecords() {}

  /**
   * Seeks past one record, if that is what failed. Of a damaged batch each record takes a call.
   *
   * @return whether it was; the owner goes on polling
   */
  public static boolean skip(Consumer<String, byte[]> consumer, KafkaException e, Skipped skipped) {
    Optional<TopicPartition> where = where(e);
    if (where.isEmpty() || !consumer.assignment().contains(where.get())) {
      return false;
    }
    long offset = consumer.position(where.get());
    LOG.warn(
        "the record at {} offset {} is damaged on the broker's disk and is passed over ({})",
        where.get(),
        offset,
        e.getMessage());
    skipped.add("the record at " + where.get() + " offset " + offset + " is damaged");
    consumer.seek(where.get(), offset + 1);
    return true;
  }

  static Optional<TopicPartition> where(KafkaException e) {
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
