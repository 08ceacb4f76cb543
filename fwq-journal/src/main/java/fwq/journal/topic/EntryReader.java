package fwq.journal.topic;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.EntryCodec;
import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.RecordName;
import fwq.journal.filing.Arrival;
import fwq.kit.json.BadMessageException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads records of {@code Journal}; what no head wrote for this topic is unreadable. */
public final class EntryReader {
  private static final byte[] NONE = new byte[0];

  private final JournalKey key;

  /** Believes who has this key. */
  public EntryReader(JournalKey key) {
    this.key = key;
  }

  /**
   * Reads one.
   *
   * @param topic the id of the topic that it was read from
   */
  public Arrival read(ConsumerRecord<String, byte[]> record, String topic) {
    LogPlace place =
        new LogPlace(
            Math.max(0, record.timestamp()),
            new RecordId(topic, record.partition(), record.offset()));
    try {
      if (record.key() == null || record.value() == null) {
        throw new BadMessageException("it has no key or no value");
      }
      UUID its = RecordName.key(record.key());
      if (JournalPartitions.of(its) != record.partition()) {
        throw new BadMessageException("its key belongs to another partition");
      }
      Header signature = record.headers().lastHeader(EntryCodec.SIGNATURE);
      if (!EntryCodec.isSigned(
          key, topic, its, record.value(), signature == null ? NONE : signature.value())) {
        throw new BadMessageException("no head has signed it for this topic");
      }
      return new Arrival.Signed(place, its, EntryCodec.read(record.value()));
    } catch (BadMessageException | IllegalArgumentException e) {
      return new Arrival.Unreadable(place, e.getMessage());
    }
  }
}
