package fwq.engine;

import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.engine.changelog.ChangelogCodec;
import fwq.engine.changelog.GuestEntry;
import fwq.engine.changelog.Ownership;
import fwq.kit.json.BadMessageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The clients of one engine, with one park, and what lies on its topics. */
final class FakeBroker {
  static final TopicPartition VISITOR = new TopicPartition("Visitor", 0);
  private static final TopicPartition PARK = new TopicPartition("Park", 0);

  final MockProducer<String, byte[]> answers;
  final MockProducer<String, byte[]> writer = producer(true);
  final MockConsumer<String, byte[]> reader = new MockConsumer<>("earliest");
  final Events events = new Events();
  private final long committed;
  private boolean there = true;

  /** A consumer that knows whether it is connected. */
  final class Events extends MockConsumer<String, byte[]> {
    /** What the group answers to one that wants to tell how far it is. */
    KafkaException commitRefused;

    Events() {
      super("earliest");
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
      if (commitRefused != null) {
        throw commitRefused;
      }
      super.commitSync(offsets);
    }

    @Override
    public synchronized Map<MetricName, ? extends Metric> metrics() {
      MetricName name = new MetricName("connection-count", "consumer-metrics", "", Map.of());
      return Map.of(name, new Connections(name));
    }
  }

  private final class Connections implements Metric {
    private final MetricName name;

    Connections(MetricName name) {
      this.name = name;
    }

    @Override
    public MetricName metricName() {
      return name;
    }

    @Override
    public Object metricValue() {
      return there ? 1.0 : 0.0;
    }
  }

  FakeBroker(long committed, long end) {
    this(committed, end, true);
  }

  /** A broker that may take its time: then what is said arrives when the test says so. */
  FakeBroker(long committed, long end, boolean arrivesAtOnce) {
    answers = producer(arrivesAtOnce);
    events.updateBeginningOffsets(Map.of(VISITOR, 0L));
    events.updateEndOffsets(Map.of(VISITOR, end));
    this.committed = committed;
    holdNothing();
  }

  /** Gives the park to the engine that has subscribed. */
  void assign() {
    if (committed > 0) {
      events.commitSync(Map.of(VISITOR, new OffsetAndMetadata(committed)));
    }
    events.rebalance(List.of(VISITOR));
  }

  private static MockProducer<String, byte[]> producer(boolean arrivesAtOnce) {
    return new MockProducer<>(
        arrivesAtOnce, null, new StringSerializer(), new ByteArraySerializer());
  }

  /** What lies on the topic Park when it is read next: nothing. */
  void holdNothing() {
    reader.updateBeginningOffsets(Map.of(PARK, 0L));
    reader.updateEndOffsets(Map.of(PARK, 0L));
  }

  /** What lies on the topic Park when it is read next. */
  void hold(Ownership ownership, List<GuestEntry> entries) {
    hold(ChangelogCodec.write(ownership), entries);
  }

  /** What lies on the topic Park when it is read next. */
  void hold(byte[] ownership, List<GuestEntry> entries) {
    reader.updateBeginningOffsets(Map.of(PARK, 0L));
    reader.updateEndOffsets(Map.of(PARK, 1L + entries.size()));
    reader.schedulePollTask(
        () -> {
          reader.addRecord(new ConsumerRecord<>("Park", 0, 0, ParkLog.OWNERSHIP_KEY, ownership));
          for (int i = 0; i < entries.size(); i++) {
            String alias = entries.get(i).session().alias();
            reader.addRecord(
                new ConsumerRecord<>(
                    "Park", 0, i + 1, alias, ChangelogCodec.write(entries.get(i))));
          }
        });
  }

  void leave() {
    there = false;
  }

  void comeBack() {
    there = true;
  }

  /** What was said on the topic Engine, oldest first. */
  List<EngineMessage> said() {
    return answers.history().stream()
        .filter(record -> record.topic().equals("Engine"))
        .map(FakeBroker::message)
        .toList();
  }

  /** The answers among it. */
  List<Answer> answered() {
    return said().stream()
        .filter(ToGuest.class::isInstance)
        .map(message -> ((ToGuest) message).answer())
        .toList();
  }

  /** How often the engine let time pass. */
  long ticks() {
    return answers.history().stream()
        .filter(record -> record.topic().equals("Visitor") && record.value() == null)
        .count();
  }

  private static EngineMessage message(ProducerRecord<String, byte[]> record) {
    try {
      return EngineCodec.read(record.value());
    } catch (BadMessageException e) {
      throw new AssertionError("the engine said something unreadable", e);
    }
  }

  /** Aliases noted on the topic Park, in order; the ownership left out. */
  List<String> noted() {
    return writer.history().stream()
        .map(ProducerRecord::key)
        .filter(key -> !key.equals(ParkLog.OWNERSHIP_KEY))
        .toList();
  }

  /** The offset that was last committed. */
  Optional<Long> committed() {
    var all = writer.consumerGroupOffsetsHistory();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.getLast().values().iterator().next().get(VISITOR).offset());
  }
}
