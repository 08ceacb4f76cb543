package fwq.guest;

import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EngineMessage.Words;
import fwq.common.talk.visit.EngineTrust;
import fwq.common.talk.visit.SealCheck;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.Refusal;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the engines of some parks say, each record once, and hands it to whom it concerns.
 * Also looks out for the broker. Records that cannot be read are counted and skipped.
 */
public final class EngineFeed {
  private static final Logger LOG = LoggerFactory.getLogger(EngineFeed.class);

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private final BrokerWatch watch;
  private final InstantSource clock;
  private final Skipped skipped;
  private final EngineReader reader;
  private final Map<Integer, Hearing> parks = new ConcurrentHashMap<>();
  private final Queue<Joining> joining = new ConcurrentLinkedQueue<>();
  private final Stop closing = new Stop();
  private final Thread thread;
  private volatile boolean brokerThere = true;
  private String lastTold = "";
  private long watchedAt;

  private record Joining(TopicPartition park, CompletableFuture<Void> done) {}

  /**
   * Reads nothing yet.
   *
   * @param trust which engines are believed
   * @param clock the time of day
   */
  public EngineFeed(
      Consumer<String, byte[]> consumer,
      BrokerWatch watch,
      EngineTrust trust,
      InstantSource clock,
      Metrics metrics) {
    this.consumer = consumer;
    this.watch = watch;
    this.clock = clock;
    this.skipped = new Skipped("engine_messages", clock, metrics);
    this.reader = new EngineReader(skipped, new SealCheck(trust, SealCheck.AGE_MAX, clock));
    this.thread = Thread.ofPlatform().name("engine-feed").daemon().unstarted(this::run);
  }

  /**
   * Reads this park, too, from its newest record on.
   *
   * @return completes as soon as nothing of it can be missed any more
   */
  CompletableFuture<Void> join(int park) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    joining.add(new Joining(new TopicPartition(VisitTopics.ENGINE.name(), park), done));
    synchronized (thread) {
      if (thread.getState() == Thread.State.NEW) {
        thread.start();
      }
    }
    return done;
  }

  /** What is heard of this park. */
  Hearing park(int park) {
    return parks.computeIfAbsent(park, _ -> new Hearing());
  }

  boolean brokerThere() {
    return brokerThere;
  }

  /** The listener hears what this park's engine says to all, and to this alias. */
  public void listen(int park, String alias, ParkLink.Listener listener) {
    park(park).listen(alias, listener);
  }

  private void run() {
    try {
      while (!closing.requested()) {
        turn();
      }
    } finally {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  private void turn() {
    try {
      seekToEnd();
      for (ConsumerRecord<String, byte[]> record : DamagedRecords.poll(consumer, POLL, skipped)) {
        deliver(record);
      }
      lookForBroker();
    } catch (WakeupException e) {
      // To look at once whether this feed is to close.
    } catch (KafkaException e) {
      tell(Refusal.sentence(e).orElse(String.valueOf(e.getMessage())));
      pause();
    } catch (RuntimeException e) {
      LOG.error("this is a fault of the program itself; going on", e);
    }
  }

  /**
   * Goes to the end of the next park that is to be read. A guest reads partitions of its own
   * accord: in a group, only one would hear.
   */
  private void seekToEnd() {
    Joining next = joining.peek();
    if (next == null) {
      return;
    }
    Set<TopicPartition> all = new HashSet<>(consumer.assignment());
    if (all.add(next.park())) {
      consumer.assign(all);
    }
    try {
      consumer.seekToEnd(List.of(next.park()));
      // Seeking is lazy; asking makes it happen now.
      consumer.position(next.park(), PAUSE);
      joining.remove();
      next.done().complete(null);
    } catch (TimeoutException e) {
      // The broker does not say where that is: once more when the others had their turn.
    }
  }

  private void tell(String why) {
    if (!why.equals(lastTold)) {
      lastTold = why;
      LOG.warn("the engine's messages cannot be read: {}; trying until it works", why);
    }
  }

  /** Hands one record to whom it concerns, if it can be believed. */
  public void deliver(ConsumerRecord<String, byte[]> record) {
    String key = record.key();
    if (key == null) {
      skipped.add(record, "it has no key");
      return;
    }
    Hearing park = park(record.partition());
    Optional<ParkLink.Listener> owner = park.owner(key);
    boolean isForAll = key.equals(EngineReader.MAP_KEY) || key.equals(EngineMessage.WORDS_KEY);
    if (owner.isEmpty() && !isForAll) {
      return;
    }
    switch (reader.read(record).orElse(null)) {
      case null -> {}
      case MapFrame frame -> park.frame(frame, clock.millis());
      case ToGuest told -> owner.ifPresent(it -> it.answer(key, told.answer()));
      case Words words -> park.words(words.words());
    }
  }

  private void lookForBroker() {
    long now = clock.millis();
    if (now - watchedAt >= PAUSE.toMillis() || now < watchedAt) {
      watchedAt = now;
      brokerThere = watch.isThere(consumer.metrics(), now);
    }
  }

  private void pause() {
    try {
      closing.await(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops reading; a feed that never started just closes. */
  void close() {
    closing.request();
    synchronized (thread) {
      if (thread.getState() == Thread.State.NEW) {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
        return;
      }
    }
    consumer.wakeup();
    try {
      thread.join(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
