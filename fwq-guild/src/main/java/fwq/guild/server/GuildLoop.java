package fwq.guild.server;

import fwq.common.park.ParkZone;
import fwq.guild.books.LogReader;
import fwq.guild.books.ParkBooks;
import fwq.guild.rules.GuildEvent;
import fwq.guild.store.Desk;
import fwq.kit.feed.Feed;
import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the guild does with what its feed brings: decide, store, say. For the feed's thread. */
final class GuildLoop implements Feed.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(GuildLoop.class);

  /** When nobody has said anything in a park for so long, the guild lets time pass. */
  private static final long TICK_NANOS = 1_000_000_000L;

  private static final long NANOS_A_MILLI = 1_000_000;

  /** What the log has not brought back by then is written again. */
  private static final Duration WRITE_AGAIN = Duration.ofSeconds(10);

  /** The log brings it back sooner. */
  private static final Duration SAY_ZONE_AGAIN = Duration.ofSeconds(1);

  private final GuildParts parts;
  private final LogReader log;
  private final Stop stop;
  private final Map<Integer, List<GuildEvent>> happened = new TreeMap<>();
  private final Once writeAgain = new Once(WRITE_AGAIN);
  private final Once sayZone = new Once(SAY_ZONE_AGAIN);
  private Optional<String> rival = Optional.empty();

  /**
   * Nothing is read yet.
   *
   * @param stop requested when another guild looks after the same carts
   */
  GuildLoop(GuildParts parts, Stop stop) {
    this.parts = parts;
    this.stop = stop;
    this.log = new LogReader(parts.reader(), this::open);
  }

  /** Why the guild has to end, if it has. */
  Optional<String> rival() {
    return rival;
  }

  private ParkBooks open(int park) throws DatabaseException {
    ParkBooks books = parts.open(park);
    books.hear(System.nanoTime());
    // This run's claim, which an older guild would answer.
    tick(books);
    publish(books);
    file(books);
    return books;
  }

  @Override
  public void assigned(Consumer<String, byte[]> consumer, List<TopicPartition> partitions)
      throws DatabaseException {
    log.assigned(consumer, partitions);
  }

  @Override
  public void gather(ConsumerRecords<String, byte[]> batch, Consumer<String, byte[]> consumer) {
    log.gather(batch, consumer);
  }

  @Override
  public void apply(ConsumerRecords<String, byte[]> batch) throws SQLException {
    happened.clear();
    for (ParkBooks its : log.books()) {
      if (its.isChanged()) {
        happened.put(its.park(), its.store());
      }
    }
  }

  @Override
  public Map<TopicPartition, Long> positions(
      ConsumerRecords<String, byte[]> batch, Consumer<String, byte[]> consumer) {
    return log.positions(consumer);
  }

  @Override
  public void applied() throws DatabaseException {
    for (ParkBooks its : log.books()) {
      List<GuildEvent> events = happened.get(its.park());
      if (events != null) {
        parts.crier().say(its.park(), events);
        publish(its);
        if (events.stream().anyMatch(GuildEvent.DayClosed.class::isInstance)) {
          file(its);
        }
        heed(its);
      }
    }
    idle();
  }

  @Override
  public void idle() throws DatabaseException {
    long now = System.nanoTime();
    for (ParkBooks its : log.books()) {
      if (now - its.heardAt() >= TICK_NANOS || isInAnotherZone(its, now)) {
        its.hear(now);
        tick(its);
      }
    }
    if (writeAgain.isDue(now / NANOS_A_MILLI)) {
      writeAgain();
    }
  }

  private void tick(ParkBooks its) {
    parts.voice().tick(its.park(), its.incumbency().tick(zone(its)));
  }

  /**
   * What the guild says of a park's zone, so that the log has it. Where nobody ever said anything
   * of it, frames go by UTC: those do not count before another was said.
   */
  private Optional<ZoneId> zone(ParkBooks its) {
    Optional<ZoneId> framed = parts.zones().apply(its.park());
    return its.guild().isZoneSaid()
        ? framed.or(() -> Optional.of(its.guild().zone()))
        : framed.filter(it -> !it.equals(ParkZone.UTC));
  }

  private boolean isInAnotherZone(ParkBooks its, long now) {
    Optional<ZoneId> zone = zone(its);
    boolean isNews =
        zone.isPresent()
            && !(its.guild().isZoneSaid() && zone.get().equals(its.guild().zone()))
            && sayZone.isDue(now / NANOS_A_MILLI);
    if (isNews) {
      LOG.info("park {}: days end in {}, as its frames say", its.park(), zone.get());
    }
    return isNews;
  }

  /** What the guild has kept, and the log has not brought back, is written again. */
  private void writeAgain() throws DatabaseException {
    for (ParkBooks its : log.books()) {
      parts.desk().unwrittenJoins(its.park()).forEach(parts.voice()::join);
      for (Desk.Departing it : parts.desk().unwrittenLeaves(its.park())) {
        parts.voice().leave(its.park(), it.premium(), it.leave());
      }
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
  private void heed(ParkBooks its) {
    switch (its.takeAnswer()) {
      case NONE -> {}
      case TICK -> tick(its);
      case YIELD -> {
        rival =
            Optional.of(
                "another guild looks after the carts of park "
                    + its.park()
                    + " at the broker "
                    + parts.kafka().broker()
                    + "; there can be one only: stop that one first");
        stop.request();
      }
    }
  }
}
