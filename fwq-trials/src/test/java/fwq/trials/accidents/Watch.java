package fwq.trials.accidents;

import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.KafkaClients;
import fwq.trials.accidents.Scenario.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to all parks' frames, as a guest would, on a thread of its own. */
final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread = Thread.ofPlatform().name("watch").daemon().unstarted(this::run);
  private final Map<Integer, MapFrame> newest = new HashMap<>();
  private final List<Outage> outages = new ArrayList<>();
  private volatile boolean closing;

  /** A watch from now on. */
  Watch(KafkaClients kafka, int parks) {
    consumer = kafka.consumer();
    consumer.assign(
        IntStream.range(0, parks)
            .mapToObj(park -> new TopicPartition(VisitTopics.ENGINE.name(), park))
            .toList());
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
    thread.start();
  }

  private void run() {
    while (!closing) {
      try {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (EngineCodec.read(record.value()) instanceof MapFrame frame) {
            see(record.partition(), frame, record.timestamp());
          }
        }
      } catch (WakeupException e) {
        // To look at once whether it is over.
      } catch (BadMessageException e) {
        // The check at the end counts these.
        LOG.warn("an engine's message cannot be read: {}", e.getMessage());
      } catch (KafkaException e) {
        LOG.warn("the topic Engine cannot be read: {}; trying again", e.getMessage());
      }
    }
  }

  private synchronized void see(int park, MapFrame frame, long madeAt) {
    newest.merge(park, frame, (old, young) -> young.epoch() >= old.epoch() ? young : old);
    outages.forEach(outage -> outage.see(park, frame.epoch(), madeAt));
  }

  /** Measures this outage. */
  synchronized void expect(Outage outage) {
    if (outage.kind() == Kind.BROKER) {
      outages.forEach(Outage::brokerDied);
    }
    outages.add(outage);
  }

  /** All outages so far. */
  synchronized List<Outage> outages() {
    return List.copyOf(outages);
  }

  /** Guests inside a park by its newest frame, 0 where there is none. */
  synchronized int inside(int park) {
    MapFrame frame = newest.get(park);
    return frame == null ? 0 : frame.map().inside();
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive()) {
      consumer.close();
    }
  }
}
