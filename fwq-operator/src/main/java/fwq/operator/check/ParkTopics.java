package fwq.operator.check;

import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Topic;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from where they begin to where they end now. */
final class ParkTopics implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** So many empty polls, 10 s, mean that the broker is away. */
  private static final int EMPTY_POLLS_MAX = 50;

  private final KafkaConsumer<String, byte[]> consumer;
  private final Stop stop;
  private final String broker;

  ParkTopics(KafkaClients kafka, Stop stop) {
    this.consumer = kafka.consumer();
    this.stop = stop;
    this.broker = kafka.broker().toString();
  }

  /**
   * What there is of a partition.
   *
   * @param begin the first offset that retention has left
   * @param end the offset after the last record
   */
  record Extent(TopicPartition partition, long begin, long end) {
    /** What has been added since. */
    Extent since(Extent before) {
      return new Extent(partition, before.end, Math.max(before.end, end));
    }
  }

  int parks() throws Failure {
    try {
      List<PartitionInfo> found = consumer.partitionsFor(VisitTopics.VISITOR.name());
      if (found == null || found.isEmpty()) {
        throw new Failure("the broker at " + broker + " has no topic Visitor: no park ran there");
      }
      return found.size();
    } catch (KafkaException e) {
      throw away(e);
    }
  }

  /** From where to where a topic's partition goes now. */
  Extent extent(Topic topic, int number) throws Failure {
    TopicPartition partition = new TopicPartition(topic.name(), number);
    try {
      return new Extent(
          partition,
          consumer.beginningOffsets(List.of(partition)).get(partition),
          consumer.endOffsets(List.of(partition)).get(partition));
    } catch (KafkaException e) {
      throw away(e);
    }
  }

  /** Hands over every record of a partition, in order. */
  void read(Extent extent, Consumer<ConsumerRecord<String, byte[]>> reader)
      throws Failure, InterruptedException {
    TopicPartition partition = extent.partition();
    try {
      consumer.assign(List.of(partition));
      consumer.seek(partition, extent.begin());
      int emptyPolls = 0;
      for (long position = extent.begin(); position < extent.end(); ) {
        if (stop.requested()) {
          throw new InterruptedException("stop was requested");
        }
        for (ConsumerRecord<String, byte[]> record : DamagedRecords.poll(consumer, POLL)) {
          if (record.offset() < extent.end()) {
            reader.accept(record);
          }
        }
        long before = position;
        position = consumer.position(partition);
        emptyPolls = position == before ? emptyPolls + 1 : 0;
        if (emptyPolls == EMPTY_POLLS_MAX) {
          throw new Failure(
              "the broker at %s gives no more of the topic %s after offset %d; it has %d records. Try again when it answers"
                  .formatted(broker, partition.topic(), position, extent.end()));
        }
      }
    } catch (KafkaException e) {
      throw away(e);
    }
  }

  private Failure away(KafkaException e) {
    return new Failure(
        "the broker at "
            + broker
            + " does not answer ("
            + e.getMessage()
            + "); give the address of one that runs, such as 127.0.0.1 9092",
        e);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
