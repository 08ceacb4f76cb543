package fwq.kit.kafka;

import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
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
  private final List<Topic> compared;
  private final Once troubles = new Once();
  private final Once differences = new Once();

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
      List<Topic> compared) {
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
        compare(admin);
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

  private void compare(Admin admin) throws InterruptedException {
    List<String> differing = new ArrayList<>();
    for (Topic topic : compared) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
      try {
        Config config =
            admin
                .describeConfigs(List.of(resource))
                .all()
                .get(TRY.toMillis(), TimeUnit.MILLISECONDS)
                .get(resource);
        Map<String, String> found = new TreeMap<>();
        for (ConfigEntry entry : config.entries()) {
          found.put(entry.name(), String.valueOf(entry.value()));
        }
        difference(topic, found).ifPresent(differing::add);
      } catch (ExecutionException | TimeoutException e) {
        LOG.debug("how the topic {} is set cannot be seen", topic.name(), e);
      }
    }
    String all = String.join("; ", differing);
    if (differences.isNews(all) && !all.isEmpty()) {
      LOG.warn(
          "{}: somebody else made it; all goes on, but set it so with Kafka's own tools, such as"
              + " kafka-configs.sh",
          all);
    }
  }

  /** What is set otherwise than it should be, in half a sentence. */
  static Optional<String> difference(Topic topic, Map<String, String> found) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(topic.settings())
        .forEach(
            (name, wanted) -> {
              String is = found.get(name);
              if (is != null && !is.equals(wanted)) {
                parts.add(name + " is " + is + " and should be " + wanted);
              }
            });
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("of the topic " + topic.name() + " " + String.join(", ", parts));
  }
}
