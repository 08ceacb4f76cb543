package fwq.operator.watch;

import fwq.common.talk.visit.VisitTopics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks once a second how long the parks' records of guests are. Who may not know that, or a broker
 * that does not answer, only costs the lag. Belongs to one thread, but for {@link #interrupt}.
 */
final class VisitorEnds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VisitorEnds.class);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(1);
  private static final long PAUSE_MILLIS = 1_000;

  /** Rights change seldom. */
  private static final long REFUSED_PAUSE_MILLIS = 30_000;

  private final Supplier<Consumer<String, byte[]>> opening;
  private final InstantSource clock;
  private volatile Optional<Consumer<String, byte[]>> consumer = Optional.empty();
  private Map<Integer, Long> ends = Map.of();
  private long askAt;

  /**
   * Ends that nobody has asked for yet.
   *
   * @param opening makes a consumer of its own, since a refusal ends all that one waits for
   */
  VisitorEnds(Supplier<Consumer<String, byte[]>> opening, InstantSource clock) {
    this.opening = opening;
    this.clock = clock;
  }

  /** The offset after the last record of each park, where it is known; a second old at most. */
  Map<Integer, Long> ask() {
    long now = clock.millis();
    if (now < askAt && askAt - now <= REFUSED_PAUSE_MILLIS) {
      return ends;
    }
    askAt = now + PAUSE_MILLIS;
    ends = Map.of();
    try {
      if (consumer.isEmpty()) {
        consumer = Optional.of(opening.get());
      }
      Consumer<String, byte[]> open = consumer.orElseThrow();
      List<PartitionInfo> found = open.partitionsFor(VisitTopics.VISITOR.name(), ANSWER_MAX);
      List<TopicPartition> parks =
          IntStream.range(0, found.size())
              .mapToObj(park -> new TopicPartition(VisitTopics.VISITOR.name(), park))
              .toList();
      Map<Integer, Long> known = new HashMap<>();
      open.endOffsets(parks, ANSWER_MAX).forEach((park, end) -> known.put(park.partition(), end));
      ends = known;
    } catch (AuthorizationException e) {
      askAt = now + REFUSED_PAUSE_MILLIS;
      LOG.info("the engine's lag is not known, since this user may not look at the topic Visitor");
    } catch (KafkaException e) {
      LOG.debug("the engine's lag is not known: {}", e.getMessage());
    }
    return ends;
  }

  /** Ends an {@link #ask} that waits. For any thread. */
  void interrupt() {
    consumer.ifPresent(Consumer::wakeup);
  }

  @Override
  public void close() {
    consumer.ifPresent(open -> open.close(CloseOptions.timeout(Duration.ZERO)));
  }
}
