package fwq.trials.wholepark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Three topics of one partition, a clock of its own, and which writer of notes is the newest. */
final class SimulatedBroker {
  private final Timeline timeline;
  private final Audit audit;
  private final List<ConsumerRecord<String, byte[]>> visitor = new ArrayList<>();
  private final List<ConsumerRecord<String, byte[]>> engine = new ArrayList<>();
  private final List<ConsumerRecord<String, byte[]>> park = new ArrayList<>();
  private long clockAhead;
  private boolean there = true;
  private int newestWriter;

  SimulatedBroker(Timeline timeline, Audit audit) {
    this.timeline = timeline;
    this.audit = audit;
  }

  boolean isThere() {
    return there;
  }

  void setThere(boolean there) {
    this.there = there;
  }

  /** Sets the clock so many milliseconds ahead of the true time, or behind. */
  void setClockAhead(long millis) {
    clockAhead = millis;
  }

  /** Epoch milliseconds by the broker's clock. */
  long clock() {
    return timeline.now() + clockAhead;
  }

  List<ConsumerRecord<String, byte[]>> visitor() {
    return visitor;
  }

  List<ConsumerRecord<String, byte[]>> engine() {
    return engine;
  }

  List<ConsumerRecord<String, byte[]>> park() {
    return park;
  }

  /** What a guest, an engine's tick or an attacker writes. */
  void appendVisitor(String key, byte[] value, RecordHeaders headers) {
    var record = record("Visitor", visitor.size(), key, value, headers);
    visitor.add(record);
    audit.happened(record);
  }

  /** What an engine says. */
  void appendEngine(ProducerRecord<String, byte[]> said) {
    engine.add(record("Engine", engine.size(), said.key(), said.value(), new RecordHeaders()));
  }

  /** A new writer of notes shuts all others out. */
  int newWriter() {
    return ++newestWriter;
  }

  boolean isNewest(int writer) {
    return writer == newestWriter;
  }

  /** One transaction on the topic of notes. */
  void note(List<ProducerRecord<String, byte[]>> notes) {
    for (ProducerRecord<String, byte[]> note : notes) {
      park.add(record("Park", park.size(), note.key(), note.value(), new RecordHeaders()));
    }
    audit.noted(notes);
  }

  private ConsumerRecord<String, byte[]> record(
      String topic, long offset, String key, byte[] value, RecordHeaders headers) {
    return new ConsumerRecord<>(
        topic,
        0,
        offset,
        clock(),
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        key,
        value,
        headers,
        Optional.empty());
  }
}
