package fwq.guild.server;

import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitTopics;
import fwq.guild.client.FrameRecord;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Refusal;
import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In which zones parks are, by their frames. Zones hardly ever change and frames come many times a
 * second, so each park's next one is looked at now and then, on a thread of its own; any may ask.
 */
final class ParkZones implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ParkZones.class);
  private static final Duration PERIOD = Duration.ofSeconds(30);

  /** Before any park was seen. */
  private static final Duration FIRST_PERIOD = Duration.ofSeconds(2);

  /** An engine that is there sends a frame within this. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Map<Integer, Seen> byPark = new ConcurrentHashMap<>();
  private final Once told = new Once();
  private final KafkaClients kafka;
  private final Stop stop;

  private record Seen(long epoch, ZoneId zone) {}

  ParkZones(KafkaClients kafka, Stop stop) {
    this.kafka = kafka;
    this.stop = stop;
  }

  /** The zone that a park's frames say; nothing where none was ever seen. */
  Optional<ZoneId> of(int park) {
    return Optional.ofNullable(byPark.get(park)).map(Seen::zone);
  }

  @Override
  public void run() {
    KafkaConsumer<String, byte[]> consumer = kafka.consumer();
    stop.onRequest(consumer::wakeup);
    try {
      do {
        try {
          look(consumer);
        } catch (WakeupException e) {
          // A stop was requested, which the loop's condition sees.
        } catch (KafkaException e) {
          tell(e);
        }
      } while (!stop.await(byPark.isEmpty() ? FIRST_PERIOD : PERIOD));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
  }

  /** Looks at the next frame of each park. */
  void look(Consumer<String, byte[]> consumer) {
    Set<TopicPartition> unseen =
        consumer.partitionsFor(VisitTopics.ENGINE.name()).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .collect(Collectors.toCollection(HashSet::new));
    consumer.assign(unseen);
    consumer.seekToEnd(unseen);
    long start = System.nanoTime();
    while (!unseen.isEmpty() && System.nanoTime() - start < LOOK.toNanos()) {
      for (ConsumerRecord<String, byte[]> record : DamagedRecords.poll(consumer, POLL)) {
        Optional<MapFrame> frame = FrameRecord.read(record);
        frame.ifPresent(this::see);
        TopicPartition its = new TopicPartition(record.topic(), record.partition());
        if (frame.isPresent() && unseen.remove(its)) {
          consumer.pause(Set.of(its));
        }
      }
    }
    consumer.unsubscribe();
  }

  private void see(MapFrame frame) {
    Seen seen = new Seen(frame.epoch(), frame.map().sign().zone());
    byPark.merge(frame.park(), seen, (old, now) -> now.epoch() < old.epoch() ? old : now);
  }

  private void tell(KafkaException e) {
    String what = Refusal.sentence(e).orElse(String.valueOf(e.getMessage()));
    if (!(e instanceof RetriableException) && told.isNews(what)) {
      LOG.warn("parks' zones cannot be had from {}: {}; going by --zone", kafka.broker(), what);
    }
  }
}
