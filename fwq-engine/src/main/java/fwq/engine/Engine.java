package fwq.engine;

import fwq.common.park.FoodCarts;
import fwq.common.park.RideStatus;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.audit.Audit;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The duty cycle: one thread, which owns every park that Kafka gives this engine. Time is read once
 * a cycle.
 */
public final class Engine implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  /** Interval of changelog writes, and of looks for the broker. */
  private static final long SAVE_PERIOD_MILLIS = 1_000;

  /** New waits come from another thread, without waking this one: they are seen within this. */
  private static final long CYCLE_MILLIS_MAX = 200;

  /** The guests' answers are on their way for so long at most before a note has to wait. */
  private static final Duration ANSWERS = Duration.ofMillis(500);

  /** Each client may take so long to close. */
  private static final Duration CLOSE = Duration.ofMillis(700);

  private final Consumer<String, byte[]> events;
  private final Outlet answers;
  private final ParkLog log;
  private final ChangelogWriter notes;
  private final Rides rides;
  private final Holding held;
  private final InstantSource clock;
  private final BrokerWatch watch;
  private final Skipped skipped;
  private final IntConsumer population;
  private final Takeover takeover;
  private final Map<Integer, ParkRoom> rooms = new HashMap<>();
  private final NavigableSet<Integer> given = new TreeSet<>();
  private boolean there = true;
  private long lookedAt;
  private long cycledAt;

  /** What is known of rides, and of food carts. */
  @FunctionalInterface
  public interface Rides {
    /** A park's rides as far as they are known at a time, in epoch milliseconds. */
    List<RideStatus> at(int park, long now);

    /** A park's food carts; nothing while nobody knows where they are. */
    default Optional<FoodCarts> carts(int park, long now) {
      return Optional.empty();
    }
  }

  /** Who wants to know which parks an engine holds. */
  @FunctionalInterface
  public interface Holding {
    /** From now on it holds these. Called by the engine's thread: not to block. */
    void parks(Set<Integer> held);
  }

  /**
   * What an engine is made of.
   *
   * @param events reads {@code Visitor} as a member of the engines' group
   * @param answers writes {@code Engine}
   * @param elsewhere where the changelog is written, so that the parks go on meanwhile
   * @param rides the rides of a park as far as they are known at a time
   * @param held is told which parks are ours, before the first picture of a new one
   * @param capacity guests that a park can hold, by its number
   * @param zone of a park's clocks, where nobody has said anything yet
   * @param skipped counts events that cannot be used
   * @param audit is told who was let in, who was not, and who left
   * @param population is told how many guests are inside
   */
  public record Parts(
      Consumer<String, byte[]> events,
      Outlet answers,
      ParkLog log,
      Executor elsewhere,
      Rides rides,
      Holding held,
      VisitKeys keys,
      IntUnaryOperator capacity,
      Optional<ZoneId> zone,
      InstantSource clock,
      BrokerWatch watch,
      Skipped skipped,
      Audit audit,
      IntConsumer population) {}

  /** An engine, not yet running. */
  public Engine(Parts parts) {
    this.events = parts.events();
    this.answers = parts.answers();
    this.log = parts.log();
    this.notes = new ChangelogWriter(log, parts.elsewhere());
    this.rides = parts.rides();
    this.held = parts.held();
    this.clock = parts.clock();
    this.watch = parts.watch();
    this.skipped = parts.skipped();
    this.population = parts.population();
    this.takeover = new Takeover(parts);
  }

  /**
   * Runs until stop is requested, then notes what changed, gives the parks up, and closes the
   * clients.
   *
   * @throws KafkaException when the parks may be somebody else's by now or a client cannot go on:
   *     all is given up, and another engine with new clients is to start from what was noted
   */
  public void run(Stop stop) {
    try {
      events.subscribe(List.of(VisitTopics.VISITOR.name()), this);
      long due = 0;
      while (!stop.requested()) {
        due = cycle(due);
      }
      rooms.forEach(this::saveNow);
    } finally {
      rooms.clear();
      held.parks(Set.of());
      // Closing gives the partitions up, so that another engine need not wait for a time-out.
      events.close(CloseOptions.timeout(CLOSE));
      answers.close(CLOSE);
      log.close(CLOSE);
    }
  }

  /**
   * One turn of the duty cycle.
   *
   * @param due epoch milliseconds when something is due even if nobody says anything
   * @return when something is due next
   */
  public long cycle(long due) {
    // One a turn, so that the parks we have go on meanwhile.
    Integer next = given.pollFirst();
    boolean more = next != null && takeUp(next) && !given.isEmpty();
    long pause = more ? 0 : Math.clamp(due - clock.millis(), 0, CYCLE_MILLIS_MAX);
    ConsumerRecords<String, byte[]> records =
        DamagedRecords.poll(events, Duration.ofMillis(pause), skipped);
    long now = clock.millis();
    for (TopicPartition park : records.partitions()) {
      rooms.get(park.partition()).take(records.records(park), now);
    }
    // However far: a clock can be set back.
    boolean look = Math.abs(now - lookedAt) >= SAVE_PERIOD_MILLIS;
    if (look) {
      lookedAt = now;
      there = watch.isThere(events.metrics(), now);
      skipped.tell();
    }
    // While the broker is away nobody can be told.
    long then = there ? settle(now) : now + SAVE_PERIOD_MILLIS;
    notes.check();
    population.accept(rooms.values().stream().mapToInt(ParkRoom::population).sum());
    rooms.forEach(
        (id, room) -> {
          if (isNoteDue(id, now)) {
            save(id, room);
          }
        });
    cycledAt = now;
    return then;
  }

  /** Once a period for each park, and not for all in the same cycle: each note takes a while. */
  private boolean isNoteDue(int park, long now) {
    long phase = park * 618L % SAVE_PERIOD_MILLIS;
    return (now + phase) / SAVE_PERIOD_MILLIS != (cycledAt + phase) / SAVE_PERIOD_MILLIS;
  }

  private boolean takeUp(int id) {
    try {
      takeover.of(id).ifPresent(room -> rooms.put(id, room));
      return true;
    } catch (RebalanceInProgressException e) {
      // The next poll brings the group nearer to its end.
      given.add(id);
      return false;
    }
  }

  private long settle(long now) {
    long next = now + SAVE_PERIOD_MILLIS;
    for (Map.Entry<Integer, ParkRoom> entry : rooms.entrySet()) {
      long position = events.position(partition(entry.getKey()));
      List<RideStatus> known = rides.at(entry.getKey(), now);
      entry.getValue().show(rides.carts(entry.getKey(), now));
      next = Math.min(next, entry.getValue().settle(position, known, now));
    }
    return next;
  }

  private void saveNow(int id, ParkRoom room) {
    notes.await(id);
    save(id, room);
    notes.await(id);
  }

  private void save(int id, ParkRoom room) {
    try {
      if (!notes.isNone(id) || !there || !room.isUnnoted() || !room.isAnswered(ANSWERS)) {
        return;
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    notes.begin(id, room, events.groupMetadata());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // First of all, so that the waits can be had by the first picture.
    Set<Integer> ours = new HashSet<>(rooms.keySet());
    partitions.forEach(partition -> ours.add(partition.partition()));
    held.parks(ours);
    // Nothing is done here that takes time: the group's other members wait for this method.
    events.pause(partitions);
    for (TopicPartition partition : partitions) {
      // Where to begin, the takeover finds out; Kafka would ask for the group's offset meanwhile.
      events.seek(partition, 0);
      given.add(partition.partition());
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      given.remove(partition.partition());
      ParkRoom room = rooms.remove(partition.partition());
      if (room != null) {
        saveNow(partition.partition(), room);
        LOG.info("park {} is given up", partition.partition());
      }
      log.release(partition.partition(), CLOSE);
    }
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      given.remove(partition.partition());
      rooms.remove(partition.partition());
      notes.forget(partition.partition());
      log.release(partition.partition(), Duration.ZERO);
      LOG.info("park {} is somebody else's by now", partition.partition());
    }
  }

  static TopicPartition partition(int park) {
    return new TopicPartition(VisitTopics.VISITOR.name(), park);
  }
}
