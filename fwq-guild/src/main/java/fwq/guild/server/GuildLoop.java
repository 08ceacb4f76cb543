package fwq.guild.server;

import fwq.common.talk.guild.GuildTopics;
import fwq.guild.rules.GuildEvent;
import fwq.guild.rules.MergedLog.Stream;
import fwq.guild.store.Desk;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Refusal;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows all parks' partitions for as long as the program runs, from the offsets in the database.
 * One thread.
 */
final class GuildLoop {
  private static final Logger LOG = LoggerFactory.getLogger(GuildLoop.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration QUESTION = Duration.ofSeconds(2);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  /** When nobody has said anything in a park for so long, the guild lets time pass. */
  private static final long TICK_NANOS = 1_000_000_000L;

  /** What the log has not brought back by then is written again. */
  private static final long WRITE_AGAIN_NANOS = 10_000_000_000L;

  /** Of one partition no more is held at once; the rest stays with the broker. */
  private static final int HELD_MAX = 20_000;

  private final GuildParts parts;
  private final int parks;
  private final Map<Integer, ParkBooks> books = new TreeMap<>();
  private final Map<Integer, Long> heardAt = new HashMap<>();
  private final Map<Integer, Long> currentAt = new HashMap<>();
  private final ReadOffsets offsets;
  private Map<String, String> topicIds = Map.of();
  private long wroteAgainAt;
  private String lastTold = "";

  /**
   * Nothing is read before {@link #run}.
   *
   * @param parks how many parks there are at least
   */
  GuildLoop(GuildParts parts, int parks) {
    this.parts = parts;
    this.parks = parks;
    this.offsets = new ReadOffsets(parts.sql());
  }

  /** Waits for the broker and follows the partitions until a stop is requested. */
  void run(Stop stop) throws DatabaseException, Failure, InterruptedException {
    KafkaClients kafka = parts.kafka();
    if (!awaitTopics(stop)) {
      return;
    }
    KafkaConsumer<String, byte[]> consumer = kafka.wholeTopicConsumer();
    stop.onRequest(consumer::wakeup);
    try {
      follow(consumer, stop);
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
  }

  private boolean awaitTopics(Stop stop) throws Failure, InterruptedException {
    return parts
        .kafka()
        .awaitTopics(
            stop, parks, GuildTopics.CARTS.readAndWrite(), GuildTopics.MEMBERS.readAndWrite());
  }

  private void follow(Consumer<String, byte[]> consumer, Stop stop)
      throws DatabaseException, Failure, InterruptedException {
    BrokerWatch watch = new BrokerWatch(parts.kafka().broker());
    boolean there = true;
    while (!stop.requested()) {
      try {
        if (there && !assign(consumer)) {
          stop.await(PAUSE);
        }
        step(consumer, stop);
      } catch (WakeupException e) {
        // A stop was requested, which the loop's condition sees.
      } catch (KafkaException e) {
        tell(e);
        stop.await(PAUSE);
      }
      boolean wasThere = there;
      there = watch.isThere(consumer.metrics(), parts.clock().millis());
      if (there && !wasThere && awaitTopics(stop)) {
        // The broker may have come back with other data than it went with.
        topicIds = Map.of();
        restart(consumer);
      }
    }
  }

  /** Forgets what is not stored, and reads on from what is. */
  private void restart(Consumer<String, byte[]> consumer) {
    consumer.unsubscribe();
    books.clear();
  }

  /**
   * Takes all partitions, from where the database says, or else from their beginning.
   *
   * @return whether there are any
   */
  private boolean assign(Consumer<String, byte[]> consumer) throws DatabaseException {
    int found =
        Math.min(
                consumer.partitionsFor(GuildTopics.CARTS.name()).size(),
                consumer.partitionsFor(GuildTopics.MEMBERS.name()).size())
            / 2;
    if (found == books.size() && !consumer.assignment().isEmpty()) {
      return true;
    }
    if (topicIds.isEmpty()) {
      topicIds =
          TopicIds.of(parts.kafka(), List.of(GuildTopics.CARTS.name(), GuildTopics.MEMBERS.name()));
    }
    Set<TopicPartition> before = Set.copyOf(consumer.assignment());
    List<TopicPartition> all = ParkPartitions.ofParks(found);
    consumer.assign(all);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all, QUESTION);
    for (TopicPartition it : all) {
      if (!before.contains(it)) {
        seek(consumer, it, ends.getOrDefault(it, Long.MAX_VALUE));
      }
    }
    for (int park = 0; park < found; park++) {
      if (!books.containsKey(park)) {
        open(park);
      }
    }
    return found > 0;
  }

  private void seek(Consumer<String, byte[]> consumer, TopicPartition it, long end)
      throws DatabaseException {
    var next = offsets.next(it.topic(), it.partition(), topicIds.get(it.topic()));
    if (next.isEmpty()) {
      consumer.seekToBeginning(List.of(it));
    } else {
      // A power cut may have taken from the broker what was read here: nothing of that is read
      // twice.
      consumer.seek(it, Math.min(next.getAsLong(), end));
    }
  }

  private void open(int park) throws DatabaseException {
    ParkBooks opened = parts.open(park);
    books.put(park, opened);
    heardAt.put(park, parts.nanos());
    // So long as it may take to read to the end; then it is known whether places are current.
    currentAt.put(park, parts.nanos() - ParkView.BELIEVED_NANOS);
    parts.voice().tick(park, opened.incumbency().tick());
    publish(opened);
    file(opened);
  }

  /** Reads, decides, stores, says. */
  private void step(Consumer<String, byte[]> consumer, Stop stop)
      throws DatabaseException, Failure {
    if (consumer.assignment().isEmpty()) {
      return;
    }
    take(consumer.poll(POLL));
    List<ParkBooks> waiting =
        books.values().stream().filter(it -> it.log().size(Stream.CARTS) > 0).toList();
    if (!waiting.isEmpty()) {
      readOn(consumer, waiting, stop);
      waiting.forEach(ParkBooks::fold);
      store(consumer);
    }
    hold(consumer);
    tick();
    writeAgain();
  }

  private void take(ConsumerRecords<String, byte[]> batch) {
    for (TopicPartition it : batch.partitions()) {
      int park = ParkPartitions.park(it);
      Stream stream = ParkPartitions.stream(it);
      ParkBooks its = books.get(park);
      for (ConsumerRecord<String, byte[]> record : batch.records(it)) {
        its.log().add(parts.reader().read(park, stream, record));
      }
      if (stream == Stream.CARTS) {
        heardAt.put(park, parts.nanos());
      }
    }
  }

  /** Reads the other partitions on to their ends of this moment, so that all earlier is there. */
  private void readOn(Consumer<String, byte[]> consumer, List<ParkBooks> waiting, Stop stop) {
    List<TopicPartition> theirs =
        waiting.stream().flatMap(it -> new ParkPartitions(it.park()).all().stream()).toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(theirs, QUESTION);
    List<TopicPartition> carts =
        theirs.stream().filter(it -> ParkPartitions.stream(it) == Stream.CARTS).toList();
    consumer.pause(carts);
    try {
      while (!stop.requested() && theirs.stream().anyMatch(it -> lacks(consumer, it, ends))) {
        take(consumer.poll(POLL));
        hold(consumer);
      }
    } finally {
      consumer.resume(carts);
    }
    long now = parts.nanos();
    for (TopicPartition it : theirs) {
      if (consumer.position(it) >= ends.get(it)) {
        if (ParkPartitions.stream(it) == Stream.CARTS) {
          currentAt.put(ParkPartitions.park(it), now);
        } else {
          books.get(ParkPartitions.park(it)).log().complete(ParkPartitions.stream(it));
        }
      }
    }
  }

  private static boolean lacks(
      Consumer<String, byte[]> consumer, TopicPartition it, Map<TopicPartition, Long> ends) {
    return !consumer.paused().contains(it) && consumer.position(it) < ends.get(it);
  }

  /** Leaves with the broker what would be too much to hold here. */
  private void hold(Consumer<String, byte[]> consumer) {
    for (ParkBooks its : books.values()) {
      for (Stream stream : Stream.values()) {
        List<TopicPartition> partition = List.of(new ParkPartitions(its.park()).of(stream));
        boolean isPaused = consumer.paused().containsAll(partition);
        if (!isPaused && its.log().size(stream) >= HELD_MAX) {
          consumer.pause(partition);
        } else if (isPaused && its.log().size(stream) < HELD_MAX && stream != Stream.CARTS) {
          consumer.resume(partition);
        }
      }
    }
  }

  private void store(Consumer<String, byte[]> consumer) throws DatabaseException, Failure {
    List<ParkBooks> changed = books.values().stream().filter(ParkBooks::isChanged).toList();
    if (changed.isEmpty()) {
      return;
    }
    Map<Integer, List<GuildEvent>> happened = new TreeMap<>();
    parts
        .sql()
        .transaction(
            () -> {
              for (ParkBooks its : changed) {
                happened.put(its.park(), its.store());
                storeOffsets(consumer, its);
              }
            });
    for (ParkBooks its : changed) {
      List<GuildEvent> events = happened.get(its.park());
      parts.crier().say(its.park(), events);
      publish(its);
      if (events.stream().anyMatch(GuildEvent.DayClosed.class::isInstance)) {
        file(its);
      }
      heed(its);
    }
  }

  private void storeOffsets(Consumer<String, byte[]> consumer, ParkBooks its)
      throws DatabaseException {
    for (Stream stream : Stream.values()) {
      TopicPartition it = new ParkPartitions(its.park()).of(stream);
      long next = its.log().nextOffset(stream).orElse(consumer.position(it));
      offsets.store(it.topic(), it.partition(), topicIds.get(it.topic()), next);
    }
  }

  private void publish(ParkBooks its) {
    long now = parts.nanos();
    parts
        .views()
        .put(
            its.park(),
            ParkView.of(its.guild(), its.today(), now, currentAt.getOrDefault(its.park(), now)));
  }

  private void file(ParkBooks its) throws DatabaseException {
    parts.dayFiles().write(parts.sql(), its.park(), its.days());
  }

  /** Another guild may look after the same carts. */
  private void heed(ParkBooks its) throws Failure {
    switch (its.takeAnswer()) {
      case NONE -> {}
      case TICK -> parts.voice().tick(its.park(), its.incumbency().tick());
      case YIELD ->
          throw new Failure(
              "another guild looks after the carts of park "
                  + its.park()
                  + " at the broker "
                  + parts.kafka().broker()
                  + "; there can be one only: stop that one first");
    }
  }

  private void tick() {
    long now = parts.nanos();
    for (ParkBooks its : books.values()) {
      if (now - heardAt.get(its.park()) >= TICK_NANOS) {
        heardAt.put(its.park(), now);
        parts.voice().tick(its.park(), its.incumbency().tick());
      }
    }
  }

  /** What the guild has kept, and the log has not brought back, is written again. */
  private void writeAgain() throws DatabaseException {
    long now = parts.nanos();
    if (now - wroteAgainAt < WRITE_AGAIN_NANOS && wroteAgainAt != 0) {
      return;
    }
    wroteAgainAt = now;
    for (int park : books.keySet()) {
      parts.desk().unwrittenJoins(park).forEach(parts.voice()::join);
      for (Desk.Departing it : parts.desk().unwrittenLeaves(park)) {
        parts.voice().leave(park, it.premium(), it.leave());
      }
    }
  }

  private void tell(KafkaException e) {
    String what = Refusal.sentence(e).orElse(String.valueOf(e.getMessage()));
    // That the broker is away is told by the watch.
    if (!(e instanceof RetriableException) && !what.equals(lastTold)) {
      lastTold = what;
      LOG.warn(
          "carts' records cannot be had from {}: {}; trying until it works",
          parts.kafka().broker(),
          what);
    }
  }
}
