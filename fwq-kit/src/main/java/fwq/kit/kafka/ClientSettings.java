package fwq.kit.kafka;

import fwq.kit.net.HostPort;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;

/**
 * What Kafka's clients are told, in three layers: our choices, which those of one client may refine
 * ({@code ours}); over them the operator's; over all what correctness rests on. The maps are the
 * caller's to add to.
 */
record ClientSettings(HostPort broker, Properties more) {
  private static final int STEP_RECORDS = 1_000;

  /** What has piled up is worked off in steps of at most so many records. */
  static final int BACKLOG_STEP_RECORDS = 10_000;

  /** As large as the system sees fit, so that the next step arrives while this one is decided. */
  private static final int BUFFER_OF_THE_SYSTEM = -1;

  /** A park that is added while we run is a partition that is added: it is noticed this soon. */
  static final int NEW_PARTITIONS_MILLIS = 5_000;

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
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, ClientBounds.bufferBytes(1, heap()));
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
    settings.put(
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        ClientBounds.step(STEP_RECORDS, ClientBounds.RECORD_BYTES_MAX, heap()));
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, ClientBounds.fetchBytes(heap()));
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.putAll(ours);
    settings = common(settings);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
    // Kafka would begin anew by itself where a power cut has taken the end of a log.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    return settings;
  }

  /** Of a producer that writes in transactions, of which its owner has so many. */
  Map<String, Object> transactional(String transactionalId, int producers) {
    Map<String, Object> its =
        producer(
            Map.of(
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.BUFFER_MEMORY_CONFIG, ClientBounds.bufferBytes(producers, heap()),
                // The first look for the transactions' coordinator finds no connection to it yet;
                // Kafka would wait 100 ms each time, and a takeover with it.
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20,
                // A dead owner's open transaction is undone by its successor, or else by the broker
                // after this time.
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000,
                // A broker that has just started takes a while to find its transactions'
                // coordinator; and an engine that is asked to end closes within 4 s, whatever
                // became of the broker.
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000));
    its.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    return its;
  }

  /** Of a consumer that reads every partition of these topics, as they are added. */
  Map<String, Object> wholeTopic(Topic... topics) {
    return consumer(
        IsolationLevel.READ_UNCOMMITTED,
        Map.of(
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            NEW_PARTITIONS_MILLIS,
            // Whoever has fallen behind catches up in few steps: each is a transaction of its.
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            backlogStep(topics),
            ConsumerConfig.RECEIVE_BUFFER_CONFIG,
            BUFFER_OF_THE_SYSTEM));
  }

  /** Of a consumer that shares partitions with the others of its group. */
  Map<String, Object> group(String group, int sessionMillis, Topic... topics) {
    Map<String, Object> its =
        consumer(
            IsolationLevel.READ_UNCOMMITTED,
            Map.of(
                // An owner whose thread hangs, though its heart beats, loses its partitions, too.
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                30_000,
                // Kafka looks for new partitions to share out as often as this, by default every 5
                // minutes: so long would a new park's guests stand before a closed gate.
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                NEW_PARTITIONS_MILLIS,
                // Every core can share a large step; other parks of its owner wait some 10 ms.
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                backlogStep(topics),
                ConsumerConfig.RECEIVE_BUFFER_CONFIG,
                BUFFER_OF_THE_SYSTEM));
    its.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    // A killed owner's partition goes to another, or to its restarted self, this much later. The
    // broker's group.min.session.timeout.ms must allow it.
    its.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionMillis);
    its.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, sessionMillis / 10);
    // Who keeps its partitions goes on with them while others change hands.
    its.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return its;
  }

  private static int backlogStep(Topic... topics) {
    int recordBytesMax =
        Arrays.stream(topics)
            .mapToInt(Topic::recordBytesMax)
            .max()
            .orElse(ClientBounds.RECORD_BYTES_MAX);
    return ClientBounds.step(BACKLOG_STEP_RECORDS, recordBytesMax, heap());
  }

  private static long heap() {
    return Runtime.getRuntime().maxMemory();
  }
}
