package fwq.kit.kafka;

import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after topics while a program runs: one that is gone is made again, those that are smaller
 * than the others are brought up to them, and what is set otherwise than it should be is said once.
 */
final class TopicCare {
  private static final Logger LOG = LoggerFactory.getLogger(TopicCare.class);
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final Duration TRY = Duration.ofSeconds(2);

  private final KafkaClients kafka;
  private final boolean tls;
  private final int parks;
  private final List<TopicUse> uses;
  private final Once troubles = new Once();

  TopicCare(KafkaClients kafka, boolean tls, int parks, List<TopicUse> uses) {
    this.kafka = kafka;
    this.tls = tls;
    this.parks = parks;
    this.uses = List.copyOf(uses);
  }

  /** Until stop is requested. */
  void run(Stop stop) throws InterruptedException {
    CompletableFuture<Void> end = stop.signal();
    while (!stop.await(PERIOD)) {
      try (Admin admin = kafka.admin(TRY)) {
        provide(new TopicSetup(admin, kafka.broker(), tls, end));
        kafka.compare(admin, uses);
      } catch (KafkaException e) {
        LOG.debug("the topics could not be looked at", e);
      }
    }
  }

  private void provide(TopicSetup setup) {
    Optional<String> trouble = setup.provide(parks, uses);
    for (String topic : setup.made()) {
      LOG.warn("the topic {} was gone and is made again; what was in it is lost", topic);
    }
    // That the broker is away is told by the watch.
    if (trouble.isPresent() && !trouble.get().startsWith(TopicSetup.WAITING)) {
      if (troubles.isNews(trouble.get())) {
        LOG.warn("{}", trouble.get());
      }
    }
  }
}
