package fwq.kit.kafka;

import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
  private final Function<TopicSetup, Optional<String>> setup;
  private final List<TopicUse> compared;
  private final Once troubles = new Once();

  /**
   * Care that has not begun.
   *
   * @param setup what is done each time
   * @param compared topics whose settings are compared with what they should be
   */
  TopicCare(
      KafkaClients kafka,
      boolean tls,
      Function<TopicSetup, Optional<String>> setup,
      List<TopicUse> compared) {
    this.kafka = kafka;
    this.tls = tls;
    this.setup = setup;
    this.compared = List.copyOf(compared);
  }

  /** From now on until stop is requested, on a thread of its own. */
  void start(Stop stop) {
    var _ =
        Thread.ofPlatform()
            .name("topics")
            .daemon()
            .start(
                () -> {
                  try {
                    run(stop);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  private void run(Stop stop) throws InterruptedException {
    CompletableFuture<Void> end = stop.signal();
    while (!stop.await(PERIOD)) {
      try {
        care(stop, end);
      } catch (KafkaException e) {
        LOG.debug("the topics could not be looked at", e);
      }
    }
  }

  /** Over one client: many programs do this, and a new connection each time would cost more. */
  private void care(Stop stop, CompletableFuture<Void> end) throws InterruptedException {
    Admin admin = kafka.admin(TRY);
    try {
      do {
        provide(new TopicSetup(admin, kafka.broker(), tls, end));
        kafka.compare(admin, compared);
      } while (!stop.await(PERIOD));
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private void provide(TopicSetup topics) {
    Optional<String> trouble = setup.apply(topics);
    for (String topic : topics.made()) {
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
