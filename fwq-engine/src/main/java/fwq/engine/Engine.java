package fwq.engine;

import fwq.common.cli.Stop;
import fwq.common.kafka.BrokerWatch;
import fwq.common.kafka.Skipped;
import fwq.common.kafka.Topics;
import fwq.common.message.EngineMessage;
import fwq.common.park.RideStatus;
import fwq.common.session.SharedSecret;
import fwq.common.wire.Json;
import fwq.engine.park.Park;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The duty cycle: one thread, which owns every park that Kafka gives this engine. Time is read once
 * a cycle.
 */
final class Engine implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  /** What changed is noted so often. */
  private static final long SAVE_PERIOD_MILLIS = 1_000;

  /** New waits come from another thread, without waking this one: they are seen this soon. */
  private static final long CYCLE_MILLIS_MAX = 200;

  private final Consumer<String, byte[]> events;
  private final Producer<String, byte[]> answers;
  private final ParkLog log;
  private final LongFunction<List<RideStatus>> rides;
  private final SharedSecret secret;
  private final int capacity;
  private final InstantSource clock;
  private final BrokerWatch watch;
  private final Skipped skipped;
  private final IntConsumer population;
  private final Map<Integer, ParkRoom> rooms = new HashMap<>();
  private long lookedAt;
  private long savedAt;

  /**
   * An engine, not yet running.
   *
   * @param events reads {@code Visitor} as a member of the engines' group
   * @param answers writes {@code Engine}
   * @param rides the rides as far as they are known at a time
   * @param capacity guests each park can hold
   * @param skipped counts events that cannot be used
   * @param population is told how many guests are inside
   */
  Engine(
      Consumer<String, byte[]> events,
      Producer<String, byte[]> answers,
      ParkLog log,
      LongFunction<List<RideStatus>> rides,
      SharedSecret secret,
      int capacity,
      InstantSource clock,
      BrokerWatch watch,
      Skipped skipped,
      IntConsumer population) {
    this.events = events;
    this.answers = answers;
    this.log = log;
    this.rides = rides;
    this.secret = secret;
    this.capacity = capacity;
    this.clock = clock;
    this.watch = watch;
    this.skipped = skipped;
    this.population = population;
  }

  /** Runs until the end is wished, then notes what changed and gives the parks up. */
  void run(Stop stop) {
    events.subscribe(List.of(Topics.VISITOR.topic()), this);
    long due = 0;
    while (!stop.requested()) {
      due = cycle(due);
    }
    save();
    // Closing gives the partitions up, so that another engine need not wait for a time-out.
    events.close(CloseOptions.timeout(Duration.ofSeconds(2)));
  }

  /**
   * One turn of the duty cycle.
   *
   * @param due epoch milliseconds when something is due even if nobody says anything
   * @return when something is due next
   */
  long cycle(long due) {
    long pause = Math.clamp(due - clock.millis(), 0, CYCLE_MILLIS_MAX);
    ConsumerRecords<String, byte[]> records = events.poll(Duration.ofMillis(pause));
    long now = clock.millis();
    for (ConsumerRecord<String, byte[]> record : records) {
      rooms.get(record.partition()).take(record, now);
    }
    long next = now + SAVE_PERIOD_MILLIS;
    List<RideStatus> known = rides.apply(now);
    int inside = 0;
    for (Map.Entry<Integer, ParkRoom> entry : rooms.entrySet()) {
      TopicPartition partition = partition(entry.getKey());
      next = Math.min(next, entry.getValue().settle(events.position(partition), known, now));
      inside += entry.getValue().population();
    }
    population.accept(inside);
    if (now - lookedAt >= 1_000) {
      lookedAt = now;
      if (watch.isThere(events.metrics(), now) && now - savedAt >= SAVE_PERIOD_MILLIS) {
        savedAt = now;
        save();
      }
    }
    return next;
  }

  private void save() {
    rooms.forEach(this::save);
  }

  private void save(int id, ParkRoom room) {
    var changes = room.takeChanges();
    if (changes.isEmpty()) {
      return;
    }
    try {
      log.save(id, room.epoch(), changes, room.nextOffset(), events.groupMetadata());
    } catch (KafkaException e) {
      // Nothing is lost: the events are still on the log, and are noted with the next save.
      room.giveBack(changes.keySet());
      LOG.info("park {} could not be noted just now: {}", id, e.getMessage());
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      long now = clock.millis();
      Park park = new Park(capacity);
      long before = log.restore(partition.partition(), park, now);
      long end = events.endOffsets(List.of(partition)).get(partition);
      long epoch = Math.max(now, before + 1);
      LOG.info(
          "park {} is ours with {} guests inside, epoch {}, {} events to catch up on",
          partition.partition(),
          park.population(),
          epoch,
          end - events.position(partition));
      rooms.put(
          partition.partition(),
          new ParkRoom(
              partition.partition(),
              park,
              epoch,
              events.position(partition),
              end,
              secret,
              this::send,
              skipped));
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      ParkRoom room = rooms.remove(partition.partition());
      if (room != null) {
        save(partition.partition(), room);
        LOG.info("park {} is given up", partition.partition());
      }
    }
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      rooms.remove(partition.partition());
      LOG.info("park {} is somebody else's by now", partition.partition());
    }
  }

  private void send(int park, String alias, EngineMessage message) {
    try {
      var _ =
          answers.send(
              new ProducerRecord<>(
                  Topics.ENGINE.topic(), park, alias == null ? "map" : alias, Json.write(message)));
    } catch (KafkaException e) {
      // The buffer is full because the broker is away. A newer frame will follow; a guest who got
      // no
      // answer asks again.
      LOG.debug("not sent: {}", e.getMessage());
    }
  }

  private static TopicPartition partition(int park) {
    return new TopicPartition(Topics.VISITOR.topic(), park);
  }
}
