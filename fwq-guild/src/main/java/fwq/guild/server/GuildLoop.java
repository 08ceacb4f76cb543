package fwq.guild.server;

import fwq.common.talk.guild.GuildTopics;
import fwq.guild.books.LogReader;
import fwq.guild.books.ParkBooks;
import fwq.guild.rules.GuildEvent;
import fwq.guild.store.Desk;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Refusal;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guild's duty cycle: read, decide, store, say. One thread. */
final class GuildLoop {
  private static final Logger LOG = LoggerFactory.getLogger(GuildLoop.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  /** When nobody has said anything in a park for so long, the guild lets time pass. */
  private static final long TICK_NANOS = 1_000_000_000L;

  /** What the log has not brought back by then is written again. */
  private static final long WRITE_AGAIN_NANOS = 10_000_000_000L;

  private final GuildParts parts;
  private final int parks;
  private long wroteAgainAt = System.nanoTime() - WRITE_AGAIN_NANOS;
  private String lastTold = "";

  /**
   * Nothing is read before {@link #run}.
   *
   * @param parks how many parks there are at least
   */
  GuildLoop(GuildParts parts, int parks) {
    this.parts = parts;
    this.parks = parks;
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
      follow(
          consumer, new LogReader(kafka, consumer, parts.reader(), parts.sql(), this::open), stop);
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

  private void follow(KafkaConsumer<String, byte[]> consumer, LogReader log, Stop stop)
      throws DatabaseException, Failure, InterruptedException {
    BrokerWatch watch = new BrokerWatch(parts.kafka().broker());
    boolean there = true;
    while (!stop.requested()) {
      try {
        if (there && !log.assign()) {
          stop.await(PAUSE);
        }
        log.read(stop);
        store(log);
        tick(log);
        writeAgain(log);
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
        log.restart();
      }
    }
  }

  private ParkBooks open(int park) throws DatabaseException {
    ParkBooks books = parts.open(park);
    books.hear(System.nanoTime());
    // This run's claim, which an older guild would answer.
    parts.voice().tick(park, books.incumbency().tick());
    publish(books);
    file(books);
    return books;
  }

  private void store(LogReader log) throws DatabaseException, Failure {
    List<ParkBooks> changed = log.books().stream().filter(ParkBooks::isChanged).toList();
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
                log.storeOffsets(its);
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

  private void publish(ParkBooks its) {
    parts
        .views()
        .put(its.park(), ParkView.of(its.guild(), its.today(), System.nanoTime(), its.currentAt()));
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

  private void tick(LogReader log) {
    long now = System.nanoTime();
    for (ParkBooks its : log.books()) {
      if (now - its.heardAt() >= TICK_NANOS) {
        its.hear(now);
        parts.voice().tick(its.park(), its.incumbency().tick());
      }
    }
  }

  /** What the guild has kept, and the log has not brought back, is written again. */
  private void writeAgain(LogReader log) throws DatabaseException {
    long now = System.nanoTime();
    if (now - wroteAgainAt < WRITE_AGAIN_NANOS) {
      return;
    }
    wroteAgainAt = now;
    for (ParkBooks its : log.books()) {
      parts.desk().unwrittenJoins(its.park()).forEach(parts.voice()::join);
      for (Desk.Departing it : parts.desk().unwrittenLeaves(its.park())) {
        parts.voice().leave(its.park(), it.premium(), it.leave());
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
