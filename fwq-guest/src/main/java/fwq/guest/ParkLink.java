package fwq.guest;

import fwq.common.park.Position;
import fwq.common.signing.SessionKey;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.guild.Report;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.ParkEvent;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.visit.VisitorEvent;
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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
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
 * The way between any number of guests and the engine of one park: one consumer with its thread,
 * one producer. Each record is read once, however many guests there are.
 */
public final class ParkLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ParkLink.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Records of a crowd travel together; nobody notices this delay. */
  private static final int LINGER_MILLIS = 5;

  private final EngineFeed feed;
  private final Producer<String, byte[]> producer;
  private final int park;
  private final InstantSource clock;
  private final Counter unsent;
  private final Once complaints = new Once(Duration.ofSeconds(10));
  private final Stop closing = new Stop();

  /** Who wants to know what the engine says. Called by the link's thread: not to block. */
  public interface Listener {
    /** A picture of the park; perhaps an old one, or one of an engine that lost the park. */
    void frame(MapFrame frame);

    /** An answer to one of the aliases that this listener listens for. */
    void answer(String alias, Answer answer);

    /** What operators said last, oldest first; told again now and then. */
    default void words(List<SaidWord> words) {}
  }

  private ParkLink(
      EngineFeed feed,
      Producer<String, byte[]> producer,
      int park,
      InstantSource clock,
      Metrics metrics) {
    this.feed = feed;
    this.producer = producer;
    this.park = park;
    this.clock = clock;
    this.unsent = metrics.counter("fwq_events_unsent_total", "Events that the broker never got.");
  }

  /** As {@link #open(KafkaClients, int, Metrics, Stop)}, with metrics that are served nowhere. */
  public static Optional<ParkLink> open(KafkaClients clients, int park, Stop stop)
      throws Failure, InterruptedException {
    return open(clients, park, Metrics.unserved(), stop);
  }

  /**
   * Waits for the broker and the park, as long as it takes, and links up. From then on no answer is
   * missed. A guest makes no park: who mistypes its number would open one for good.
   *
   * @param park which park, which is a partition
   * @return the link; nothing when stop was requested
   * @throws Failure when the operator's Kafka properties are of no use
   */
  public static Optional<ParkLink> open(KafkaClients clients, int park, Metrics metrics, Stop stop)
      throws Failure, InterruptedException {
    TopicUse[] uses = {VisitTopics.VISITOR.write(), VisitTopics.ENGINE.read()};
    if (!clients.awaitPark(stop, park, uses)) {
      return Optional.empty();
    }
    Optional<ParkLink> link =
        over(
            clients.consumer(),
            clients.producer(LINGER_MILLIS),
            park,
            new BrokerWatch(clients.broker()),
            InstantSource.system(),
            metrics,
            stop);
    link.ifPresent(it -> clients.lookAfterPark(it.closing, park, uses));
    return link;
  }

  /** A link over these clients, which it owns from now on. */
  static Optional<ParkLink> over(
      Consumer<String, byte[]> consumer,
      Producer<String, byte[]> producer,
      int park,
      BrokerWatch watch,
      InstantSource clock,
      Metrics metrics,
      Stop stop)
      throws InterruptedException {
    TopicPartition partition = new TopicPartition(VisitTopics.ENGINE.name(), park);
    EngineFeed feed = new EngineFeed(consumer, partition, watch, clock, metrics);
    ParkLink link = new ParkLink(feed, producer, park, clock, metrics);
    if (link.start(stop)) {
      return Optional.of(link);
    }
    link.close();
    return Optional.empty();
  }

  /**
   * Listens from the end of the topic before anyone can say anything, so that no answer is missed.
   */
  private boolean start(Stop stop) throws InterruptedException {
    stop.onRequest(feed::interrupt);
    while (!stop.requested()) {
      try {
        feed.seekToEnd();
        // So that the first event need not wait for it.
        producer.partitionsFor(VisitTopics.VISITOR.name());
        feed.start();
        return true;
      } catch (WakeupException e) {
        // Stop was requested.
      } catch (KafkaException e) {
        Refusal.sentence(e).ifPresent(this::complain);
        stop.await(PAUSE);
      }
    }
    return false;
  }

  public boolean brokerThere() {
    return feed.brokerThere();
  }

  /** For how long the park has not moved though its frames come; 0 while it does. */
  public long standstillMillis() {
    return feed.standstill().millis(clock.millis());
  }

  /**
   * From now on the listener gets the answers to this alias, and each frame once, for however many
   * aliases it listens.
   */
  public void listen(String alias, Listener listener) {
    feed.listen(alias, listener);
  }

  /** Nobody wants the answers to this alias any more, nor frames for its sake. */
  public void forget(String alias) {
    feed.forget(alias);
  }

  /**
   * Says that a food cart stands there, and not who says so. Where nobody has made carts' topic it
   * may take a second to find that out; then nothing is said.
   */
  public void report(Position position) {
    byte[] value = CartCodec.write(new Report(position));
    try {
      if (brokerThere()) {
        var _ =
            producer.send(
                new ProducerRecord<>(
                    GuildTopics.CARTS.name(), GuildTopics.reports(park), null, value));
      }
    } catch (KafkaException e) {
      LOG.debug("a report was not sent", e);
    }
  }

  /**
   * Says something to the engine. Does not wait for the broker to have it: while that is away, what
   * is said is lost after a while, and the guest will say it again.
   */
  public void send(VisitorEvent event, SessionKey key) {
    send(event, bytes -> key.sign(park, bytes));
  }

  /** Says an operator's word, as {@link #send} does. */
  public void operate(Operate said, UnaryOperator<byte[]> signature) {
    send(said, signature);
  }

  private void send(ParkEvent event, UnaryOperator<byte[]> signer) {
    if (!brokerThere()) {
      // The producer's buffer is for moments, and a full one would hold the caller up.
      unsent.inc();
      return;
    }
    byte[] value = EventCodec.write(event);
    RecordHeader signature = new RecordHeader(SessionKey.HEADER, signer.apply(value));
    try {
      ProducerRecord<String, byte[]> saying =
          new ProducerRecord<>(
              VisitTopics.VISITOR.name(), park, event.alias(), value, List.of(signature));
      var _ =
          producer.send(
              saying,
              (place, problem) -> {
                if (problem == null) {
                  feed.standstill().taken(place.offset(), clock.millis());
                } else {
                  notSent(problem);
                }
              });
    } catch (KafkaException e) {
      notSent(e);
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
