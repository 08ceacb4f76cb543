package fwq.kit.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How topics are set on the broker, beside how they are to be. */
public final class TopicSettings {
  private static final Logger LOG = LoggerFactory.getLogger(TopicSettings.class);
  private static final Duration TRY = Duration.ofSeconds(2);

  private TopicSettings() {}

  /**
   * A topic's settings.
   *
   * @param values what counts, by name; what a broker does not know is not there
   * @param chosen those that somebody chose for this topic
   */
  public record Found(Map<String, String> values, Map<String, String> chosen) {}

  /** How a topic is set; nothing where it is not there, or where that cannot be seen. */
  public static Optional<Found> of(Admin admin, Topic topic) throws InterruptedException {
    ConfigResource resource = resource(topic);
    try {
      Config config =
          admin
              .describeConfigs(List.of(resource))
              .all()
              .get(TRY.toMillis(), TimeUnit.MILLISECONDS)
              .get(resource);
      Map<String, String> values = new HashMap<>();
      Map<String, String> chosen = new HashMap<>();
      for (ConfigEntry entry : config.entries()) {
        values.put(entry.name(), String.valueOf(entry.value()));
        if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
          chosen.put(entry.name(), String.valueOf(entry.value()));
        }
      }
      return Optional.of(new Found(values, chosen));
    } catch (ExecutionException | TimeoutException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        LOG.debug("how the topic {} is set cannot be seen", topic.name(), e);
      }
      return Optional.empty();
    }
  }

  /** Which topic is meant, to Kafka's administration. */
  public static ConfigResource resource(Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }

  /** What is set otherwise than it should be, in half a sentence for each topic. */
  static String differences(Admin admin, List<TopicUse> uses) throws InterruptedException {
    List<String> differing = new ArrayList<>();
    for (TopicUse use : uses) {
      of(admin, use.topic())
          .flatMap(found -> difference(use.topic(), found.values()))
          .ifPresent(differing::add);
    }
    return String.join("; ", differing);
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
