package fwq.trials;

import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.trials.programs.Programs;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The map frames of one park, from now on. */
public final class Frames implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;

  /** Those of park 0. */
  public Frames(HostPort broker) {
    this(broker, 0);
  }

  Frames(HostPort broker, int number) {
    this(new KafkaClients(broker, new Properties()), number);
  }

  /** Those of a park at a broker that asks for users. */
  Frames(KafkaClients kafka, int number) {
    consumer = kafka.consumer();
    TopicPartition park = new TopicPartition(VisitTopics.ENGINE.name(), number);
    consumer.assign(List.of(park));
    skipToNow();
  }

  /** Forgets the frames that came while nobody looked. */
  public void skipToNow() {
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(park -> consumer.position(park, Programs.PATIENCE));
  }

  /** Waits for a frame like this one, and gives it. */
  public MapFrame await(String what, Duration limit, Predicate<MapFrame> wanted) {
    long deadline = System.nanoTime() + limit.toNanos();
    MapFrame last = null;
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        if (record.key().equals("map")) {
          last = decode(record.value());
          if (wanted.test(last)) {
            return last;
          }
        }
      }
    }
    throw new AssertionError("no frame with " + what + " within " + limit + "; the last: " + last);
  }

  /** The ride with this id. */
  static RideStatus ride(MapFrame frame, int id) {
    return frame.map().rides().stream()
        .filter(status -> status.ride().id() == id)
        .findFirst()
        .orElseThrow();
  }

  private static MapFrame decode(byte[] value) {
    try {
      return (MapFrame) EngineCodec.read(value);
    } catch (BadMessageException e) {
      throw new AssertionError("the engine sent a frame that cannot be read", e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
