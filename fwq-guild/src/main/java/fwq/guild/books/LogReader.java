package fwq.guild.books;

import fwq.guild.rules.MergedLog;
import fwq.guild.rules.MergedLog.Stream;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.sqlite.DatabaseException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Gives each park the records of its partitions, and has its rules decide them. Before carts'
 * records are decided, the other partitions are read on to their ends of that moment, so that all
 * that was written before is there. For one thread; others decode meanwhile.
 */
public final class LogReader {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration QUESTION = Duration.ofSeconds(2);

  /** So many records at once are a backlog. */
  private static final int BACKLOG_RECORDS = 1_000;

  /** The next records of a backlog arrive within this; without waiting a step would end early. */
  private static final Duration NEXT_FETCH = Duration.ofMillis(20);

  /** A backlog's records are decided for so long before they are stored together. */
  private static final long STEP_NANOS = 250_000_000;

  /** Of one partition no more is held at once; the rest stays with the broker. */
  private static final int HELD_MAX = 20_000;

  private final RecordReader reader;
  private final Opener opener;
  private final Map<Integer, ParkBooks> books = new TreeMap<>();

  /** Takes a park up as it was stored. */
  @FunctionalInterface
  public interface Opener {
    /** Takes it up. */
    ParkBooks open(int park) throws DatabaseException;
  }

  /** Nothing is read yet. */
  public LogReader(RecordReader reader, Opener opener) {
    this.reader = reader;
    this.opener = opener;
  }

  /** All parks that are there. */
  public Collection<ParkBooks> books() {
    return books.values();
  }

  /** These partitions are read from where the database says: their parks are taken up anew. */
  public void assigned(Consumer<String, byte[]> consumer, List<TopicPartition> partitions)
      throws DatabaseException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, QUESTION);
    for (TopicPartition it : partitions) {
      // A power cut may have taken from the broker what was read here: none of it is read twice.
      if (consumer.position(it) > ends.get(it)) {
        consumer.seek(it, ends.get(it));
      }
    }
    books.keySet().removeAll(partitions.stream().map(ParkPartitions::park).toList());
    for (TopicPartition it : consumer.assignment()) {
      int park = ParkPartitions.park(it);
      if (!books.containsKey(park)
          && consumer.assignment().containsAll(new ParkPartitions(park).all())) {
        books.put(park, opener.open(park));
      }
    }
  }

  /**
   * Takes a batch, reads on where carts spoke, until the rest is there as well, and has the rules
   * decide as far as is known what is next. Of a backlog as much is decided as a step's time
   * allows, since each step is a transaction: what is decoded already, while the next is fetched
   * and decoded.
   */
  public void gather(ConsumerRecords<String, byte[]> batch, Consumer<String, byte[]> consumer) {
    long start = System.nanoTime();
    take(batch);
    boolean isMore = batch.count() >= BACKLOG_RECORDS;
    while (isMore && System.nanoTime() - start < STEP_NANOS) {
      boolean isFull = books.values().stream().anyMatch(it -> it.held(Stream.CARTS) >= HELD_MAX);
      int decided = decide(consumer, isFull);
      ConsumerRecords<String, byte[]> next =
          DamagedRecords.poll(consumer, decided == 0 ? NEXT_FETCH : Duration.ZERO);
      take(next);
      isMore = decided > 0 || !next.isEmpty();
    }
    int _ = decide(consumer, true);
  }

  private void take(ConsumerRecords<String, byte[]> batch) {
    for (TopicPartition it : batch.partitions()) {
      ParkBooks its = books.get(ParkPartitions.park(it));
      if (its != null) {
        Stream stream = ParkPartitions.stream(it);
        reader.read(its.park(), stream, batch.records(it), its.keys(), its.decoding(stream));
        if (stream == Stream.CARTS) {
          its.hear(System.nanoTime());
        }
      }
    }
  }

  /** Gives how many records were decided; with waiting those that are being decoded are, too. */
  private int decide(Consumer<String, byte[]> consumer, boolean waits) {
    int decided = 0;
    boolean isMore = true;
    while (isMore) {
      isMore = false;
      for (ParkBooks its : books.values()) {
        its.receiveOthers();
        isMore |= its.receiveCarts(waits);
      }
      List<ParkBooks> unsure =
          books.values().stream().filter(it -> !it.log().isComplete()).toList();
      if (!unsure.isEmpty()) {
        readOn(unsure, consumer);
      }
      for (ParkBooks its : books.values()) {
        decided += its.fold();
      }
    }
    hold(EnumSet.allOf(Stream.class), consumer);
    return decided;
  }

  /**
   * Reads the others' partitions to their ends. What of the carts' is written before those are
   * looked up needs no other look: of a backlog that is all of it.
   */
  private void readOn(List<ParkBooks> unsure, Consumer<String, byte[]> consumer) {
    List<TopicPartition> theirs =
        unsure.stream().flatMap(it -> new ParkPartitions(it.park()).all().stream()).toList();
    List<TopicPartition> carts =
        theirs.stream().filter(it -> ParkPartitions.stream(it) == Stream.CARTS).toList();
    List<TopicPartition> others = theirs.stream().filter(it -> !carts.contains(it)).toList();
    carts.forEach(it -> booksOf(it).writtenTo(consumer.position(it)));
    Map<TopicPartition, Long> ends = consumer.endOffsets(theirs, QUESTION);
    consumer.pause(carts);
    try {
      while (others.stream().anyMatch(it -> lacks(it, ends, consumer))) {
        take(DamagedRecords.poll(consumer, POLL));
        hold(MergedLog.OTHERS, consumer);
      }
    } finally {
      consumer.resume(carts);
    }
    unsure.forEach(ParkBooks::receiveOthers);
    for (TopicPartition it : others) {
      if (consumer.position(it) >= ends.get(it)) {
        booksOf(it).log().complete(ParkPartitions.stream(it), booksOf(it).writtenTo());
      }
    }
    long now = System.nanoTime();
    for (TopicPartition it : carts) {
      if (consumer.position(it) >= ends.get(it)) {
        booksOf(it).becomeCurrent(now);
      }
      booksOf(it).writtenTo(ends.get(it));
    }
  }

  private ParkBooks booksOf(TopicPartition partition) {
    return books.get(ParkPartitions.park(partition));
  }

  private static boolean lacks(
      TopicPartition it, Map<TopicPartition, Long> ends, Consumer<String, byte[]> consumer) {
    return !consumer.paused().contains(it) && consumer.position(it) < ends.get(it);
  }

  /** Leaves with the broker what would be too much to hold here. */
  private void hold(Set<Stream> streams, Consumer<String, byte[]> consumer) {
    for (ParkBooks its : books.values()) {
      for (Stream stream : streams) {
        List<TopicPartition> partition = List.of(new ParkPartitions(its.park()).of(stream));
        if (its.held(stream) >= HELD_MAX) {
          consumer.pause(partition);
        } else {
          consumer.resume(partition);
        }
      }
    }
  }

  /** How far the parks that have changed are decided: what waits here is read again. */
  public Map<TopicPartition, Long> positions(Consumer<String, byte[]> consumer) {
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (ParkBooks its : books.values()) {
      for (Stream stream : Stream.values()) {
        TopicPartition it = new ParkPartitions(its.park()).of(stream);
        long next = its.log().nextOffset(stream).orElseGet(() -> consumer.position(it));
        positions.put(it, next);
      }
    }
    return positions;
  }

  /** Whether a park is decided to these ends. */
  public boolean isAt(int park, Map<TopicPartition, Long> ends, Consumer<String, byte[]> consumer) {
    return new ParkPartitions(park)
        .all().stream().allMatch(it -> consumer.position(it) >= ends.get(it));
  }

  /** The ends of a park's partitions at this moment. */
  public Map<TopicPartition, Long> ends(int park, Consumer<String, byte[]> consumer) {
    return consumer.endOffsets(new ParkPartitions(park).all(), QUESTION);
  }
}
