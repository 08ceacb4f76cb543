package fwq.trials.wholepark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A writer of notes: all or nothing, and nothing once there is a newer one. */
final class ChangelogProducer extends MockProducer<String, byte[]> {
  private final SimulatedBroker broker;
  private final SplittableRandom random;
  private final Runnable mayCrash;
  private final List<ProducerRecord<String, byte[]>> open = new ArrayList<>();
  private int number;

  /**
   * A writer.
   *
   * @param mayCrash is called before and after each note, and ends the engine by what it throws
   */
  ChangelogProducer(SimulatedBroker broker, SplittableRandom random, Runnable mayCrash) {
    super(true, null, new StringSerializer(), new ByteArraySerializer());
    this.broker = broker;
    this.random = random;
    this.mayCrash = mayCrash;
  }

  @Override
  public void initTransactions() {
    if (!broker.isThere()) {
      throw new TimeoutException("the broker is away");
    }
    number = broker.newWriter();
  }

  @Override
  public void beginTransaction() {
    open.clear();
  }

  @Override
  public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
    open.add(record);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void sendOffsetsToTransaction(
      Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
    refuseTheOld();
  }

  @Override
  public void commitTransaction() {
    mayCrash.run();
    refuseTheOld();
    if (broker.isThere()) {
      broker.note(open);
    } else {
      // It may have been the answer that got lost.
      if (random.nextBoolean()) {
        broker.note(open);
      }
      throw new TimeoutException("the broker is away");
    }
    mayCrash.run();
  }

  @Override
  public void abortTransaction() {
    refuseTheOld();
    open.clear();
  }

  private void refuseTheOld() {
    if (!broker.isNewest(number)) {
      throw new ProducerFencedException("there is a newer writer of this park");
    }
  }
}
