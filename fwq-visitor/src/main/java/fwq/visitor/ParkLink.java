package fwq.visitor;

import fwq.common.cli.Metrics;
import fwq.common.cli.Stop;
import fwq.common.kafka.BrokerWatch;
import fwq.common.kafka.KafkaClients;
import fwq.common.kafka.Skipped;
import fwq.common.kafka.Topics;
import fwq.common.message.EngineMessage;
import fwq.common.message.EngineMessage.Answer;
import fwq.common.message.EngineMessage.MapFrame;
import fwq.common.message.VisitorEvent;
import fwq.common.session.SessionKey;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Json;
import io.prometheus.metrics.core.metrics.Counter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way between any number of guests and the engine of one park: one consumer, one producer, one
 * thread. Each record is read once, however many guests there are.
 */
public final class ParkLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ParkLink.class);

  /** The key of map frames. A guest may have this name too. */
  private static final String MAP_KEY = "map";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Records of a crowd travel together; nobody notices this delay. */
  private static final int LINGER_MILLIS = 5;

  private final Consumer<String, byte[]> consumer;
  private final Producer<String, byte[]> producer;
  private final TopicPartition engine;
  private final BrokerWatch watch;
  private final InstantSource clock;
  private final Skipped skipped;
  private final Counter unsent;
  private final Map<String, Listener> byAlias = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Stop closing = new Stop();
  private final Thread thread;
  private volatile boolean brokerThere = true;
  private volatile long complainedAt;
  private long watchedAt;

  /** Who wants to know what the engine says. Called by the link's thread: not to block. */
  public interface Listener {
    /** A picture of the park; perhaps an old one, or one of an engine that lost the park. */
    void frame(MapFrame frame);

    /** An answer to one of the aliases that this listener listens for. */
    void answer(String alias, Answer answer);
  }

  private ParkLink(
      Consumer<String, byte[]> consumer,
      Producer<String, byte[]> producer,
      int park,
      BrokerWatch watch,
      InstantSource clock,
      Metrics metrics) {
    this.consumer = consumer;
    this.producer = producer;
    this.engine = new TopicPartition(Topics.ENGINE.topic(), park);
    this.watch = watch;
    this.clock = clock;
    this.skipped = new Skipped("engine_messages", clock, metrics);
    this.unsent = metrics.counter("fwq_events_unsent_total", "Events that the broker never got.");
    this.thread = Thread.ofPlatform().name("park-link").daemon().unstarted(this::listen);
  }

  /** As {@link #open(KafkaClients, int, Metrics, Stop)}, with metrics that are served nowhere. */
  public static Optional<ParkLink> open(KafkaClients clients, int park, Stop stop)
      throws InterruptedException {
    return open(clients, park, Metrics.unserved(), stop);
  }

  /**
   * Waits for the broker, as long as it takes, and links up. From then on no answer is missed.
   *
   * @param park which park, which is a partition
   * @return the link; nothing when the end was wished
   */
  public static Optional<ParkLink> open(KafkaClients clients, int park, Metrics metrics, Stop stop)
      throws InterruptedException {
    if (!clients.awaitTopics(stop, Topics.VISITOR, Topics.ENGINE)) {
      return Optional.empty();
    }
    ParkLink link =
        new ParkLink(
            clients.consumer(),
            clients.producer(LINGER_MILLIS),
            park,
            new BrokerWatch(clients.broker()),
            InstantSource.system(),
            metrics);
    return link.start(stop) ? Optional.of(link) : Optional.empty();
  }

  /** A link over these clients, which it owns from now on. */
  static Optional<ParkLink> over(
      Consumer<String, byte[]> consumer,
      Producer<String, byte[]> producer,
      int park,
      BrokerWatch watch,
      InstantSource clock,
      Stop stop)
      throws InterruptedException {
    ParkLink link = new ParkLink(consumer, producer, park, watch, clock, Metrics.unserved());
    return link.start(stop) ? Optional.of(link) : Optional.empty();
  }

  /**
   * Goes to the end of the topic before anyone can say anything, so that answers come after it;
   * then begins to listen. A guest reads a partition of its own accord: in a group, only one would
   * hear.
   */
  private boolean start(Stop stop) throws InterruptedException {
    stop.onRequest(consumer::wakeup);
    consumer.assign(List.of(engine));
    consumer.seekToEnd(List.of(engine));
    while (!stop.requested()) {
      try {
        consumer.position(engine);
        // So that the first event need not wait for it.
        producer.partitionsFor(Topics.VISITOR.topic());
        thread.start();
        return true;
      } catch (WakeupException e) {
        // The end was wished.
      } catch (KafkaException e) {
        stop.await(PAUSE);
      }
    }
    consumer.close();
    producer.close(Duration.ZERO);
    return false;
  }

  /** Whether the broker was there a second ago. */
  public boolean brokerThere() {
    return brokerThere;
  }

  /**
   * From now on the listener gets the answers to this alias, and each frame once, for however many
   * aliases it listens.
   */
  public void listen(String alias, Listener listener) {
    byAlias.put(alias, listener);
    synchronized (listeners) {
      if (!listeners.contains(listener)) {
        listeners.add(listener);
      }
    }
  }

  /** Nobody wants the answers to this alias any more, nor frames for its sake. */
  public void forget(String alias) {
    Listener listener = byAlias.remove(alias);
    synchronized (listeners) {
      if (listener != null && !byAlias.containsValue(listener)) {
        listeners.remove(listener);
      }
    }
  }

  /**
   * Says something to the engine. Does not wait for the broker to have it: while that is away, what
   * is said is lost after a while, and the guest will say it again.
   */
  public void send(VisitorEvent event, SessionKey key) {
    if (!brokerThere) {
      // The producer's buffer is for moments, and a full one would hold the caller up.
      unsent.inc();
      return;
    }
    byte[] value = Json.write(event);
    RecordHeader signature =
        new RecordHeader(SessionKey.HEADER, key.sign(engine.partition(), value));
    try {
      ProducerRecord<String, byte[]> saying =
          new ProducerRecord<>(
              Topics.VISITOR.topic(), engine.partition(), event.alias(), value, List.of(signature));
      var _ =
          producer.send(
              saying,
              (_, problem) -> {
                if (problem != null) {
                  notSent(problem);
                }
              });
    } catch (KafkaException e) {
      notSent(e);
    }
  }

  private void notSent(Exception problem) {
    unsent.inc();
    // A broker that is away is told by the watch.
    long now = clock.millis();
    if (!(problem instanceof RetriableException) && now - complainedAt >= PAUSE.toMillis()) {
      complainedAt = now;
      LOG.warn("the broker does not take what guests say: {}", problem.getMessage());
    }
  }

  private void listen() {
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
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      for (ConsumerRecord<String, byte[]> record : records) {
        deliver(record);
      }
      lookForBroker();
    } catch (WakeupException e) {
      // To look at once whether this link is to close.
    } catch (KafkaException e) {
      LOG.warn("the engine's messages cannot be read: {}; trying again", e.getMessage());
      pause();
    } catch (RuntimeException e) {
      LOG.error("this is a fault of the program itself; going on", e);
    }
  }

  private void deliver(ConsumerRecord<String, byte[]> record) {
    String key = record.key();
    if (key == null) {
      skipped.add("it has no key");
      return;
    }
    Listener owner = byAlias.get(key);
    if (owner == null && !key.equals(MAP_KEY)) {
      return;
    }
    try {
      EngineMessage message = Json.readEngineMessage(record.value());
      switch (message) {
        case MapFrame frame -> listeners.forEach(listener -> listener.frame(frame));
        case Answer answer -> {
          if (owner != null) {
            owner.answer(key, answer);
          }
        }
      }
    } catch (BadMessageException e) {
      skipped.add(e.getMessage());
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

  /** Stops listening, and gives what was just said a moment to reach the broker. */
  @Override
  public void close() {
    closing.request();
    consumer.wakeup();
    producer.close(brokerThere ? PAUSE : Duration.ZERO);
    try {
      thread.join(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
