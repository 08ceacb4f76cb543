package fwq.guest;

import fwq.common.talk.visit.EngineTrust;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.BrokerWatch;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Refusal;
import fwq.kit.kafka.TopicUse;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import io.prometheus.metrics.core.metrics.Counter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way between guests and the engines of one park or many: one consumer with its thread, one
 * producer. Each record is read once, however many guests and parks there are.
 */
public final class EngineLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineLink.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Records of a crowd travel together; nobody notices this delay. */
  private static final int LINGER_MILLIS = 5;

  private final KafkaClients kafka;
  private final EngineFeed feed;
  private final Producer<String, byte[]> producer;
  private final InstantSource clock;
  private final Counter unsent;
  private final Once complaints = new Once(Duration.ofSeconds(10));
  private final Stop closing = new Stop();
  private final AtomicInteger lastPark = new AtomicInteger();

  /** A link over these clients, which it owns from now on. */
  EngineLink(
      KafkaClients kafka,
      Consumer<String, byte[]> consumer,
      Producer<String, byte[]> producer,
      EngineTrust trust,
      InstantSource clock,
      Metrics metrics) {
    this.kafka = kafka;
    this.feed = new EngineFeed(consumer, new BrokerWatch(kafka.broker()), trust, clock, metrics);
    this.producer = producer;
    this.clock = clock;
    this.unsent = metrics.counter("fwq_events_unsent_total", "Events that the broker never got.");
  }

  /**
   * Waits for the broker, as long as it takes.
   *
   * @param trust which engines are believed
   * @return the link, to no park yet; nothing when stop was requested
   * @throws Failure when the operator's Kafka properties are of no use
   */
  public static Optional<EngineLink> open(
      KafkaClients kafka, EngineTrust trust, Metrics metrics, Stop stop)
      throws Failure, InterruptedException {
    if (!kafka.awaitPark(stop, 0, uses())) {
      return Optional.empty();
    }
    EngineLink link =
        new EngineLink(
            kafka,
            kafka.consumer(),
            kafka.producer(LINGER_MILLIS),
            trust,
            InstantSource.system(),
            metrics);
    kafka.lookAfterParks(link.closing, link.lastPark::get, uses());
    return Optional.of(link);
  }

  private static TopicUse[] uses() {
    return new TopicUse[] {VisitTopics.VISITOR.write(), VisitTopics.ENGINE.read()};
  }

  /**
   * Waits for the park, as long as it takes. From then on no answer is missed. A guest makes no
   * park: who mistypes its number would open one for good.
   *
   * @param park which one, which is a partition
   * @return the link; nothing when stop was requested
   */
  public Optional<ParkLink> park(int park, Stop stop) throws Failure, InterruptedException {
    // Park 0 is always there.
    return park == 0 || kafka.awaitPark(stop, park, uses()) ? link(park, stop) : Optional.empty();
  }

  /**
   * Listens from the end of the topic before anyone can say anything, so that nothing is missed.
   */
  Optional<ParkLink> link(int park, Stop stop) throws InterruptedException {
    CompletableFuture<Void> joined = feed.join(park);
    lastPark.accumulateAndGet(park, Math::max);
    awaitProducer(stop);
    try {
      CompletableFuture.anyOf(joined, stop.signal()).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return stop.requested() ? Optional.empty() : Optional.of(new ParkLink(this, park));
  }

  /** So that the first event need not wait for it. */
  private void awaitProducer(Stop stop) throws InterruptedException {
    while (!stop.requested()) {
      try {
        producer.partitionsFor(VisitTopics.VISITOR.name());
        return;
      } catch (KafkaException e) {
        Refusal.sentence(e).ifPresent(this::complain);
        stop.await(PAUSE);
      }
    }
  }

  /** Whether anything can be said and heard. */
  public boolean brokerThere() {
    return feed.brokerThere();
  }

  Hearing hearing(int park) {
    return feed.park(park);
  }

  long now() {
    return clock.millis();
  }

  /**
   * Sends this. Does not wait for the broker to have it: while that is away, it is lost after a
   * while.
   *
   * @param taken is told the offset when the broker has it
   */
  void send(ProducerRecord<String, byte[]> saying, LongConsumer taken) {
    if (!brokerThere()) {
      // The producer's buffer is for moments, and a full one would hold the caller up.
      unsent.inc();
      return;
    }
    try {
      var _ =
          producer.send(
              saying,
              (place, problem) -> {
                if (problem == null) {
                  taken.accept(place.offset());
                } else {
                  notSent(problem);
                }
              });
    } catch (KafkaException e) {
      notSent(e);
    }
  }

  /** Sends what nobody misses where its topic is not there: a refusal is no complaint. */
  void sendQuietly(ProducerRecord<String, byte[]> saying) {
    try {
      if (brokerThere()) {
        var _ = producer.send(saying);
      }
    } catch (KafkaException e) {
      LOG.debug("not sent", e);
    }
  }

  private void notSent(Exception problem) {
    unsent.inc();
    if (closing.requested()) {
      return;
    }
    // A broker that is away is told by the watch.
    if (!(problem instanceof RetriableException)) {
      complain(Refusal.sentence(problem).orElse(String.valueOf(problem.getMessage())));
    }
  }

  private void complain(String why) {
    if (complaints.isDue(clock.millis())) {
      LOG.warn("the broker does not take what guests say: {}; trying until it works", why);
    }
  }

  /** Stops listening, and gives what was just said a moment to reach the broker. */
  @Override
  public void close() {
    closing.request();
    producer.close(brokerThere() ? PAUSE : Duration.ZERO);
    feed.close();
  }
}
