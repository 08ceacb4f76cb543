package fwq.trials.wholepark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.record.TimestampType;

/** An engine's consumer of one topic: reads some of what there is, nothing while it is away. */
final class BrokerReader extends MockConsumer<String, byte[]> {
  private static final MetricName CONNECTIONS =
      new MetricName("connection-count", "consumer-metrics", "", Map.of());

  private final SimulatedBroker broker;
  private final List<ConsumerRecord<String, byte[]>> log;
  private final SplittableRandom random;
  private final Fault fault;
  private final BooleanSupplier member;
  private int position;
  private boolean sought;
  private boolean paused;

  private record Connections(MetricName metricName, Object metricValue) implements Metric {}

  BrokerReader(
      SimulatedBroker broker,
      List<ConsumerRecord<String, byte[]>> log,
      SplittableRandom random,
      Fault fault,
      BooleanSupplier member) {
    super("earliest");
    this.broker = broker;
    this.log = log;
    this.random = random;
    this.fault = fault;
    this.member = member;
  }

  @Override
  public synchronized ConsumerRecords<String, byte[]> poll(Duration pause) {
    if (paused || !broker.isThere() || position >= log.size()) {
      return ConsumerRecords.empty();
    }
    int end = log.size();
    if (random.nextInt(4) == 0) {
      end = random.nextInt(position, end) + 1;
    }
    List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(log.subList(position, end));
    position = end;
    if (sought && fault == Fault.SUCCESSOR_READS_IN_ANOTHER_ORDER) {
      Collections.reverse(batch);
    }
    sought = false;
    if (fault == Fault.SILENCE_IS_MEASURED_BY_THE_ENGINES_CLOCK) {
      batch.replaceAll(BrokerReader::withoutTheBrokersTime);
    }
    TopicPartition source = new TopicPartition(batch.getFirst().topic(), 0);
    return new ConsumerRecords<>(Map.of(source, batch), Map.of());
  }

  private static ConsumerRecord<String, byte[]> withoutTheBrokersTime(
      ConsumerRecord<String, byte[]> it) {
    return new ConsumerRecord<>(
        it.topic(),
        0,
        it.offset(),
        it.timestamp(),
        TimestampType.CREATE_TIME,
        0,
        0,
        it.key(),
        it.value(),
        it.headers(),
        Optional.empty());
  }

  @Override
  public synchronized void seek(TopicPartition partition, long offset) {
    sought = true;
    position = (int) offset;
    if (fault == Fault.SUCCESSOR_SKIPS_A_RECORD && partition.topic().equals("Visitor")) {
      position = Math.min(position + 1, log.size());
    }
  }

  @Override
  public synchronized void seekToBeginning(Collection<TopicPartition> partitions) {
    position = 0;
  }

  @Override
  public synchronized long position(TopicPartition partition) {
    return position;
  }

  @Override
  public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
    if (!broker.isThere()) {
      throw new TimeoutException("the broker is away");
    }
    return Map.of(partitions.iterator().next(), (long) log.size());
  }

  @Override
  public synchronized Map<TopicPartition, Long> beginningOffsets(
      Collection<TopicPartition> partitions) {
    return Map.of(partitions.iterator().next(), 0L);
  }

  @Override
  public synchronized Map<MetricName, ? extends Metric> metrics() {
    return Map.of(CONNECTIONS, new Connections(CONNECTIONS, broker.isThere() ? 1.0 : 0.0));
  }

  @Override
  public synchronized void assign(Collection<TopicPartition> partitions) {
    // There is only one.
  }

  @Override
  public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
    if (!broker.isThere()) {
      throw new TimeoutException("the broker is away");
    }
    if (!member.getAsBoolean()) {
      throw new CommitFailedException();
    }
  }

  @Override
  public synchronized void pause(Collection<TopicPartition> partitions) {
    paused = true;
  }

  @Override
  public synchronized void resume(Collection<TopicPartition> partitions) {
    paused = false;
  }

  boolean isPaused() {
    return paused;
  }

  @Override
  public synchronized void unsubscribe() {
    // It is asked to read again when it is needed.
  }

  @Override
  public synchronized void close(CloseOptions options) {
    // Holds nothing.
  }
}
