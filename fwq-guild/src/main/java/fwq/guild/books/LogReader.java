package fwq.guild.books;

import fwq.common.talk.guild.GuildTopics;
import fwq.guild.rules.MergedLog.Stream;
import fwq.guild.store.Sql;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads all parks' partitions, from the offsets in the database. Before carts' records are decided,
 * the other partitions are read on to their ends of that moment, so that all that was written
 * before is there. For one thread.
 */
public final class LogReader {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration QUESTION = Duration.ofSeconds(2);

  /** Of one partition no more is held at once; the rest stays with the broker. */
  private static final int HELD_MAX = 20_000;

  private final KafkaClients kafka;
  private final Consumer<String, byte[]> consumer;
  private final RecordReader reader;
  private final ReadOffsets offsets;
  private final Opener opener;
  private final Map<Integer, ParkBooks> books = new TreeMap<>();
  private Map<String, String> topicIds = Map.of();

  /** Takes a park up as it was stored. */
  @FunctionalInterface
  public interface Opener {
    /** Takes it up. */
    ParkBooks open(int park) throws DatabaseException;
  }

  /**
   * Nothing is read yet.
   *
   * @param consumer the caller's to close
   */
  public LogReader(
      KafkaClients kafka,
      Consumer<String, byte[]> consumer,
      RecordReader reader,
      Sql sql,
      Opener opener) {
    this.kafka = kafka;
    this.consumer = consumer;
    this.reader = reader;
    this.offsets = new ReadOffsets(sql);
    this.opener = opener;
  }

  /** All parks that are there. */
  public Collection<ParkBooks> books() {
    return books.values();
  }

  /** Forgets what is not stored; {@link #assign} reads on from what is. */
  public void restart() {
    consumer.unsubscribe();
    books.clear();
    topicIds = Map.of();
  }

  /**
   * Takes all partitions, from where the database says, or else from their beginning.
   *
   * @return whether there are any
   */
  public boolean assign() throws DatabaseException {
    int found =
        Math.min(
                consumer.partitionsFor(GuildTopics.CARTS.name()).size(),
                consumer.partitionsFor(GuildTopics.MEMBERS.name()).size())
            / 2;
    if (found == books.size() && !consumer.assignment().isEmpty()) {
      return true;
    }
    if (topicIds.isEmpty()) {
      topicIds = TopicIds.of(kafka, List.of(GuildTopics.CARTS.name(), GuildTopics.MEMBERS.name()));
    }
    Set<TopicPartition> before = Set.copyOf(consumer.assignment());
    List<TopicPartition> all = ParkPartitions.ofParks(found);
    consumer.assign(all);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all, QUESTION);
    for (TopicPartition it : all) {
      if (!before.contains(it)) {
        seek(it, ends.get(it));
      }
    }
    for (int park = 0; park < found; park++) {
      if (!books.containsKey(park)) {
        books.put(park, opener.open(park));
      }
    }
    return found > 0;
  }

  private void seek(TopicPartition it, long end) throws DatabaseException {
    OptionalLong next = offsets.next(it.topic(), it.partition(), topicIds.get(it.topic()));
    if (next.isEmpty()) {
      consumer.seekToBeginning(List.of(it));
    } else {
      // A power cut may have taken from the broker what was read here: none of it is read twice.
      consumer.seek(it, Math.min(next.getAsLong(), end));
    }
  }

  /** Reads what there is, and has the rules decide as far as is known what is next. */
  public void read(Stop stop) {
    if (consumer.assignment().isEmpty()) {
      return;
    }
    take(consumer.poll(POLL));
    List<ParkBooks> waiting =
        books.values().stream().filter(it -> it.log().size(Stream.CARTS) > 0).toList();
    if (!waiting.isEmpty()) {
      readOn(waiting, stop);
      waiting.forEach(ParkBooks::fold);
    }
    hold();
  }

  private void take(ConsumerRecords<String, byte[]> batch) {
    for (TopicPartition it : batch.partitions()) {
      ParkBooks its = books.get(ParkPartitions.park(it));
      Stream stream = ParkPartitions.stream(it);
      for (ConsumerRecord<String, byte[]> record : batch.records(it)) {
        its.log().add(reader.read(its.park(), stream, record));
      }
      if (stream == Stream.CARTS) {
        its.hear(System.nanoTime());
      }
    }
  }

  private void readOn(List<ParkBooks> waiting, Stop stop) {
    List<TopicPartition> theirs =
        waiting.stream().flatMap(it -> new ParkPartitions(it.park()).all().stream()).toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(theirs, QUESTION);
    List<TopicPartition> carts =
        theirs.stream().filter(it -> ParkPartitions.stream(it) == Stream.CARTS).toList();
    consumer.pause(carts);
    try {
      while (!stop.requested() && theirs.stream().anyMatch(it -> lacks(it, ends))) {
        take(consumer.poll(POLL));
        hold();
      }
    } finally {
      consumer.resume(carts);
    }
    long now = System.nanoTime();
    for (TopicPartition it : theirs) {
      if (consumer.position(it) >= ends.get(it)) {
        ParkBooks its = books.get(ParkPartitions.park(it));
        its.log().complete(ParkPartitions.stream(it));
        if (ParkPartitions.stream(it) == Stream.CARTS) {
          its.becomeCurrent(now);
        }
      }
    }
  }

  private boolean lacks(TopicPartition it, Map<TopicPartition, Long> ends) {
    return !consumer.paused().contains(it) && consumer.position(it) < ends.get(it);
  }

  /** Leaves with the broker what would be too much to hold here. */
  private void hold() {
    for (ParkBooks its : books.values()) {
      for (Stream stream : Stream.values()) {
        List<TopicPartition> partition = List.of(new ParkPartitions(its.park()).of(stream));
        boolean isPaused = consumer.paused().containsAll(partition);
        boolean isFull = its.log().size(stream) >= HELD_MAX;
        if (!isPaused && isFull) {
          consumer.pause(partition);
        } else if (isPaused && !isFull && stream != Stream.CARTS) {
          consumer.resume(partition);
        }
      }
    }
  }

  /** Stores how far a park is read, as part of a transaction that is under way. */
  public void storeOffsets(ParkBooks its) throws DatabaseException {
    for (Stream stream : Stream.values()) {
      TopicPartition it = new ParkPartitions(its.park()).of(stream);
      long next = its.log().nextOffset(stream).orElseGet(() -> consumer.position(it));
      offsets.store(it.topic(), it.partition(), topicIds.get(it.topic()), next);
    }
  }

  /** Whether a park is read to these ends. */
  public boolean isAt(int park, Map<TopicPartition, Long> ends) {
    return new ParkPartitions(park)
        .all().stream().allMatch(it -> consumer.position(it) >= ends.get(it));
  }

  /** The ends of a park's partitions at this moment. */
  public Map<TopicPartition, Long> ends(int park) {
    return consumer.endOffsets(new ParkPartitions(park).all(), QUESTION);
  }
}
