package fwq.kit.feed;

import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Refusal;
import fwq.kit.kafka.Skipped;
import fwq.kit.kafka.Topic;
import fwq.kit.kafka.TopicUse;
import fwq.kit.program.Failure;
import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows topics, all partitions of them, for as long as a program runs, from the positions in its
 * database. One thread, which is the handler's, too.
 *
 * <p>A partition that is added is read from its beginning within 5 s, and so is a topic that was
 * made anew. Where the log of the same topic ends before a position, as after a power cut, it is
 * read on from its end: what is stored is never stored again. A record that is damaged on the
 * broker's disk is skipped and said. A database that another program holds is waited for.
 */
public final class Feed {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  /** A topic that is made anew while we run is noticed this much later. */
  private static final long IDS_PERIOD_MILLIS = 5_000;

  private final KafkaClients kafka;
  private final Sql sql;
  private final FeedPositions positions;
  private final List<Topic> topics;
  private final int parks;
  private final Handler handler;
  private final Skipped skipped;
  private final InstantSource clock;
  private final Once told = new Once();
  private Map<String, Uuid> ids = Map.of();

  /** What is done with records. */
  public interface Handler {
    /**
     * Changes the database as these records say. Inside a transaction: all of it counts, or none.
     */
    void apply(ConsumerRecords<String, byte[]> batch) throws SQLException;

    /** The batch is committed. */
    void applied() throws DatabaseException;

    /** Nothing was to be read for half a second. */
    default void idle() throws DatabaseException {}

    /**
     * These partitions are read from where the database says, for the first time or anew: what the
     * handler has in memory of them and is not committed, counts no more.
     */
    default void assigned(Consumer<String, byte[]> consumer, List<TopicPartition> partitions)
        throws DatabaseException {}

    /** Reads on before the batch is applied, where one partition means nothing without others. */
    default void gather(ConsumerRecords<String, byte[]> batch, Consumer<String, byte[]> consumer) {}

    /** How far partitions will have been applied, where that is not to the batch's end. */
    default Map<TopicPartition, Long> positions(
        ConsumerRecords<String, byte[]> batch, Consumer<String, byte[]> consumer) {
      Map<TopicPartition, Long> ends = new HashMap<>();
      for (TopicPartition partition : batch.partitions()) {
        ends.put(partition, batch.records(partition).getLast().offset() + 1);
      }
      return ends;
    }
  }

  /**
   * Nothing is read before {@link #run}.
   *
   * @param sql the handler's database, with {@link FeedPositions#MIGRATION}
   * @param parks how many parks there are at least
   * @param skipped counts what cannot be read
   */
  public Feed(
      KafkaClients kafka,
      Sql sql,
      List<Topic> topics,
      int parks,
      Handler handler,
      Skipped skipped,
      InstantSource clock) {
    this.kafka = kafka;
    this.sql = sql;
    this.positions = new FeedPositions(sql);
    this.topics = List.copyOf(topics);
    this.parks = parks;
    this.handler = handler;
    this.skipped = skipped;
    this.clock = clock;
  }

  /** Waits for the broker and follows the topics until stop is requested. */
  public void run(Stop stop) throws DatabaseException, Failure, InterruptedException {
    if (kafka.awaitTopics(stop, parks, uses())) {
      kafka.lookAfter(stop, parks, uses());
      KafkaConsumer<String, byte[]> consumer =
          kafka.wholeTopicConsumer(topics.toArray(Topic[]::new));
      stop.onRequest(consumer::wakeup);
      try {
        follow(consumer, stop);
      } finally {
        consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
      }
    }
  }

  private TopicUse[] uses() {
    return topics.stream().map(Topic::read).toArray(TopicUse[]::new);
  }

  private void follow(Consumer<String, byte[]> consumer, Stop stop)
      throws DatabaseException, Failure, InterruptedException {
    BrokerWatch watch = new BrokerWatch(kafka.broker());
    long lookedAt = clock.millis();
    long identifiedAt = Long.MIN_VALUE / 2;
    boolean there = true;
    while (!stop.requested()) {
      try {
        if (there && Math.abs(clock.millis() - identifiedAt) >= IDS_PERIOD_MILLIS) {
          identify(consumer, stop);
          identifiedAt = clock.millis();
        }
        // Asked again and again, for a park that is added is a partition that is added. What the
        // client knows already costs nothing.
        if (there && !assign(consumer)) {
          stop.await(PAUSE);
        }
        poll(consumer);
      } catch (WakeupException e) {
        // Stop was requested, which the loop's condition sees.
      } catch (DatabaseException e) {
        waitForDatabase(consumer, e, stop);
      } catch (KafkaException e) {
        tell(e);
        stop.await(PAUSE);
      }
      long now = clock.millis();
      if (now - lookedAt >= PAUSE.toMillis() || now < lookedAt) {
        lookedAt = now;
        boolean wasThere = there;
        there = watch.isThere(consumer.metrics(), now);
        if (there && !wasThere) {
          // The broker may have come back with other data than it went with.
          identifiedAt = Long.MIN_VALUE / 2;
        }
      }
    }
  }

  /** Begins anew where a topic is another than before, and has those made that are missing. */
  private void identify(Consumer<String, byte[]> consumer, Stop stop)
      throws Failure, InterruptedException {
    Map<String, Uuid> now = kafka.topicIds(topics);
    if (now.size() < topics.size() && kafka.awaitTopics(stop, parks, uses())) {
      now = kafka.topicIds(topics);
    }
    if (now.size() == topics.size() && !now.equals(ids)) {
      if (!ids.isEmpty()) {
        LOG.warn("a topic of {} was made anew; reading it from its beginning", now.keySet());
      }
      topicsAre(now);
      consumer.unsubscribe();
    }
  }

  /** Which topics are read, by their names. */
  public void topicsAre(Map<String, Uuid> byName) {
    ids = Map.copyOf(byName);
  }

  /**
   * Takes all partitions, those that are new from where the database says, or else from their
   * beginning.
   *
   * @return whether there are any
   */
  public boolean assign(Consumer<String, byte[]> consumer) throws DatabaseException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : topics) {
      if (ids.containsKey(topic.name())) {
        consumer
            .partitionsFor(topic.name())
            .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
      }
    }
    Set<TopicPartition> before = Set.copyOf(consumer.assignment());
    if (!before.equals(Set.copyOf(partitions))) {
      Map<TopicPartition, Long> next = new HashMap<>();
      for (Map.Entry<String, Uuid> topic : ids.entrySet()) {
        next.putAll(positions.of(topic.getKey(), topic.getValue()));
      }
      consumer.assign(partitions);
      for (TopicPartition partition : partitions) {
        if (!before.contains(partition)) {
          if (next.containsKey(partition)) {
            consumer.seek(partition, next.get(partition));
          } else {
            consumer.seekToBeginning(List.of(partition));
          }
        }
      }
      try {
        handler.assigned(consumer, partitions.stream().filter(it -> !before.contains(it)).toList());
      } catch (KafkaException e) {
        // All of it again, and not without the handler's part.
        consumer.unsubscribe();
        throw e;
      }
    }
    return !partitions.isEmpty();
  }

  /** Takes the next batch, if there is one. */
  public void poll(Consumer<String, byte[]> consumer) throws DatabaseException {
    if (consumer.assignment().isEmpty()) {
      return;
    }
    ConsumerRecords<String, byte[]> batch = DamagedRecords.poll(consumer, POLL, skipped);
    skipped.tell();
    if (batch.isEmpty()) {
      handler.idle();
      return;
    }
    handler.gather(batch, consumer);
    sql.change(
        () -> {
          handler.apply(batch);
          for (Map.Entry<TopicPartition, Long> it : handler.positions(batch, consumer).entrySet()) {
            positions.store(it.getKey(), ids.get(it.getKey().topic()), it.getValue());
          }
        });
    handler.applied();
  }

  /** A lock that passes is waited out; nothing of the batch counted, so it is read again. */
  private void waitForDatabase(Consumer<String, byte[]> consumer, DatabaseException e, Stop stop)
      throws DatabaseException, InterruptedException {
    if (!e.isBusy()) {
      throw e;
    }
    if (told.isNews(e.getMessage())) {
      LOG.warn("{}; waiting until it lets go", e.getMessage());
    }
    consumer.unsubscribe();
    stop.await(PAUSE);
  }

  private void tell(KafkaException e) {
    String what = Refusal.sentence(e).orElse(String.valueOf(e.getMessage()));
    // That the broker is away is told by the watch.
    if (!(e instanceof RetriableException) && told.isNews(what)) {
      LOG.warn("records cannot be had from {}: {}; trying until it works", kafka.broker(), what);
    }
  }
}
