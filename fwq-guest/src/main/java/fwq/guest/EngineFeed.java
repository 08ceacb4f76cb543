package fwq.guest;

import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EngineMessage.Words;
import fwq.guest.ParkLink.Listener;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.DamagedRecords;
import fwq.kit.kafka.Refusal;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the engine says, each record once, and hands it to whom it concerns. Also looks out
 * for the broker. Records that cannot be read are counted and skipped.
 */
public final class EngineFeed {
  private static final Logger LOG = LoggerFactory.getLogger(EngineFeed.class);

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private final TopicPartition park;
  private final BrokerWatch watch;
  private final InstantSource clock;
  private final Skipped skipped;
  private final EngineReader reader;
  private final Map<String, Listener> byAlias = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Standstill standstill = new Standstill();
  private final Stop closing = new Stop();
  private final Thread thread;
  private volatile boolean brokerThere = true;
  private String lastTold = "";
  private long watchedAt;

  public EngineFeed(
      Consumer<String, byte[]> consumer,
      TopicPartition park,
      BrokerWatch watch,
      InstantSource clock,
      Metrics metrics) {
    this.consumer = consumer;
    this.park = park;
    this.watch = watch;
    this.clock = clock;
    this.skipped = new Skipped("engine_messages", clock, metrics);
    this.reader = new EngineReader(skipped);
    this.thread = Thread.ofPlatform().name("engine-feed").daemon().unstarted(this::run);
  }

  /**
   * Goes to the end of the topic. A guest reads the partition of its own accord: in a group, only
   * one would hear.
   *
   * @throws KafkaException when the broker does not say where that is; to be tried again
   */
  void seekToEnd() {
    consumer.assign(List.of(park));
    consumer.seekToEnd(List.of(park));
    // Seeking is lazy; asking makes it happen now.
    consumer.position(park);
  }

  /** Makes a {@link #seekToEnd} that waits for the broker end at once. For any thread. */
  void interrupt() {
    consumer.wakeup();
  }

  void start() {
    thread.start();
  }

  boolean brokerThere() {
    return brokerThere;
  }

  Standstill standstill() {
    return standstill;
  }

  public void listen(String alias, Listener listener) {
    byAlias.put(alias, listener);
    synchronized (listeners) {
      if (!listeners.contains(listener)) {
        listeners.add(listener);
      }
    }
  }

  void forget(String alias) {
    Listener listener = byAlias.remove(alias);
    synchronized (listeners) {
      if (listener != null && !byAlias.containsValue(listener)) {
        listeners.remove(listener);
      }
    }
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
      ConsumerRecords<String, byte[]> records = DamagedRecords.poll(consumer, POLL, skipped);
      for (ConsumerRecord<String, byte[]> record : records) {
        deliver(record);
      }
      lookForBroker();
    } catch (WakeupException e) {
      // To look at once whether this link is to close.
    } catch (KafkaException e) {
      tell(Refusal.sentence(e).orElse(String.valueOf(e.getMessage())));
      pause();
    } catch (RuntimeException e) {
      LOG.error("this is a fault of the program itself; going on", e);
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
    Listener owner = byAlias.get(key);
    boolean isForAll = key.equals(EngineReader.MAP_KEY) || key.equals(EngineMessage.WORDS_KEY);
    if (owner == null && !isForAll) {
      return;
    }
    switch (reader.read(record).orElse(null)) {
      case null -> {}
      case MapFrame frame -> {
        standstill.shown(frame.offset(), clock.millis());
        listeners.forEach(listener -> listener.frame(frame));
      }
      case ToGuest told -> {
        if (owner != null) {
          owner.answer(key, told.answer());
        }
      }
      case Words words -> listeners.forEach(listener -> listener.words(words.words()));
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
    if (thread.getState() == Thread.State.NEW) {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
      return;
    }
    consumer.wakeup();
    try {
      thread.join(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
