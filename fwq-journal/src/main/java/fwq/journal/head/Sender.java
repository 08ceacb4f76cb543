package fwq.journal.head;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.EntryCodec;
import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.journal.RecordId;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Signs what was appended and writes it to its key's partition. For any thread. */
final class Sender implements AutoCloseable {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Producer<String, byte[]> producer;
  private final JournalKey key;
  private final Front front;
  private final Supplier<String> topic;

  /**
   * Writes through this producer.
   *
   * @param topic Kafka's id of the topic as it is now
   */
  Sender(Producer<String, byte[]> producer, JournalKey key, Front front, Supplier<String> topic) {
    this.producer = producer;
    this.key = key;
    this.front = front;
    this.topic = topic;
  }

  /** Sends; the front hears what came of it. */
  void send(JournalRequest.Append append) {
    String now = topic.get();
    UUID its = append.key();
    int partition = JournalPartitions.of(its);
    byte[] value = EntryCodec.write(append.entry());
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(JournalTopics.JOURNAL.name(), partition, its.toString(), value);
    record.headers().add(EntryCodec.SIGNATURE, key.sign(EntryCodec.signed(now, its, value)));
    try {
      var _ =
          producer.send(
              record,
              (place, problem) -> {
                if (problem == null) {
                  front.acknowledged(its, new RecordId(now, partition, place.offset()));
                } else {
                  front.lost(its);
                }
              });
    } catch (KafkaException e) {
      front.lost(its);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_LIMIT);
  }
}
