package fwq.kit.kafka;

import fwq.kit.net.HostPort;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;

/**
 * What Kafka's clients are told, in three layers: our choices, which those of one client may refine
 * ({@code ours}); over them the operator's; over all what correctness rests on. The maps are the
 * caller's to add to.
 */
record ClientSettings(HostPort broker, Properties more) {
  /** Whether the operator's properties have clients speak TLS. */
  boolean speaksTls() {
    return more.getProperty(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "")
        .toUpperCase(Locale.ROOT)
        .endsWith("SSL");
  }

  /** Of a client that asks questions, each for so long. */
  Map<String, Object> admin(Duration question) {
    Map<String, Object> settings = common(Map.of());
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) question.toMillis());
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) question.toMillis());
    return settings;
  }

  /** Ours, and over them the operator's. */
  private Map<String, Object> common(Map<String, Object> ours) {
    Map<String, Object> settings = new HashMap<>();
    // A broker that returns is noticed within a second.
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 50);
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    settings.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 3_000);
    // Our own metrics are enough; the broker need not ask each client for its.
    settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    settings.putAll(ours);
    more.forEach((name, value) -> settings.put(name.toString(), value));
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.toString());
    return settings;
  }

  /** Of a producer without transactions. */
  Map<String, Object> producer(Map<String, Object> ours) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    // What could not be said for 10 s is old: by then the speaker counts as silent.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    // Nobody who must answer others waits longer than this for a place in the buffer.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L << 20);
    settings.putAll(ours);
    settings = common(settings);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    return settings;
  }

  /**
   * Of a consumer without a group.
   *
   * @param isolation what it is to wait for: who reads what is written without transactions must
   *     not wait for a stranger's open one
   */
  Map<String, Object> consumer(IsolationLevel isolation, Map<String, Object> ours) {
    Map<String, Object> settings = new HashMap<>();
    // One park's crowd does not keep the other parks of its engine waiting for long.
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.putAll(ours);
    settings = common(settings);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
    // Records that retention has taken away were read by nobody who could still use them.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    return settings;
  }
}
