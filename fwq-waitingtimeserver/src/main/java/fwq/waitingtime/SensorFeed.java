package fwq.waitingtime;

import fwq.common.talk.sensor.SensorTopics;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Refusal;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import io.prometheus.metrics.core.metrics.Counter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic of readings for as long as the program runs, from the offsets in the database.
 * One thread. Where those no longer fit because the broker's data is gone, Kafka's client goes to
 * the beginning by itself ({@code auto.offset.reset}).
 */
public final class SensorFeed {
  private static final Logger LOG = LoggerFactory.getLogger(SensorFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final KafkaClients kafka;
  private final int parks;
  private final Rides rides;
  private final LatestReadings readings;
  private final Counter counted;
  private final InstantSource clock;
  private String lastTold = "";

  /**
   * Nothing is read before {@link #run}.
   *
   * @param parks how many parks there are at least, each with a partition
   */
  public SensorFeed(
      KafkaClients kafka,
      int parks,
      Rides rides,
      LatestReadings readings,
      Counter counted,
      InstantSource clock) {
    this.kafka = kafka;
    this.parks = parks;
    this.rides = rides;
    this.readings = readings;
    this.counted = counted;
    this.clock = clock;
  }

  /** Waits for the broker and follows the topic until the end is wished. */
  void run(Stop stop) throws DatabaseException, Failure, InterruptedException {
    if (kafka.awaitTopics(stop, parks, SensorTopics.SD.read())) {
      KafkaConsumer<String, byte[]> consumer = kafka.wholeTopicConsumer();
      stop.onRequest(consumer::wakeup);
      try {
        follow(consumer, stop);
      } finally {
        consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
      }
    }
  }

  private void follow(Consumer<String, byte[]> consumer, Stop stop)
      throws DatabaseException, Failure, InterruptedException {
    BrokerWatch watch = new BrokerWatch(kafka.broker());
    long lookedAt = clock.millis();
    boolean there = true;
    while (!stop.requested()) {
      try {
        // Asked again and again, for a park that is added is a partition that is added. What the
        // client knows already costs nothing.
        if (there && !assign(consumer)) {
          stop.await(PAUSE);
        }
        poll(consumer);
      } catch (WakeupException e) {
        // The end is wished, which the loop's condition sees.
      } catch (KafkaException e) {
        tell(e);
        stop.await(PAUSE);
      }
      long now = clock.millis();
      if (now - lookedAt >= PAUSE.toMillis()) {
        lookedAt = now;
        boolean wasThere = there;
        there = watch.isThere(consumer.metrics(), now);
        if (there && !wasThere && kafka.awaitTopics(stop, parks, SensorTopics.SD.read())) {
          // The broker may have come back with other data than it went with.
          consumer.unsubscribe();
        }
      }
    }
  }

  /**
   * Takes all partitions, those that are new from where the database says, or else from their
   * beginning.
   *
   * @return whether there are any
   */
  public boolean assign(Consumer<String, byte[]> consumer) throws DatabaseException {
    List<TopicPartition> partitions =
        consumer.partitionsFor(SensorTopics.SD.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    Set<TopicPartition> before = Set.copyOf(consumer.assignment());
    if (before.equals(Set.copyOf(partitions))) {
      return !partitions.isEmpty();
    }
    Map<Integer, Long> nextOffsets = rides.nextOffsets();
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      if (before.contains(partition)) {
        continue;
      }
      Long next = nextOffsets.get(partition.partition());
      if (next == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, next);
      }
    }
    return !partitions.isEmpty();
  }

  /** Takes the next batch, if there is one. */
  public void poll(Consumer<String, byte[]> consumer) throws DatabaseException {
    if (!consumer.assignment().isEmpty()) {
      counted.inc(readings.apply(consumer.poll(POLL)));
    }
  }

  private void tell(KafkaException e) {
    String what = Refusal.sentence(e).orElse(String.valueOf(e.getMessage()));
    // That the broker is away is told by the watch.
    if (!(e instanceof RetriableException) && !what.equals(lastTold)) {
      lastTold = what;
      LOG.warn("readings cannot be had from {}: {}; trying until it works", kafka.broker(), what);
    }
  }
}
