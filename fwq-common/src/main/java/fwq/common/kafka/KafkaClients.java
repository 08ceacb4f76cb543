package fwq.common.kafka;

import fwq.common.cli.Stop;
import fwq.common.net.Backoff;
import fwq.common.net.HostPort;
import fwq.common.park.ParkNumber;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every Kafka client of FWQ: keys are text, values are bytes. Each setting says why. */
public final class KafkaClients {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaClients.class);

  /** One try to reach the broker. */
  private static final Duration TRY = Duration.ofSeconds(2);

  /** A park that is added while we run is a partition that is added: it is noticed this soon. */
  private static final int NEW_PARTITIONS_MILLIS = 5_000;

  private final HostPort broker;
  private final Properties more;

  /**
   * Clients of one broker.
   *
   * @param more the operator's own properties, such as SASL and TLS; the broker's address and what
   *     FWQ's own correctness needs stay as they are
   */
  public KafkaClients(HostPort broker, Properties more) {
    this.broker = broker;
    this.more = more;
  }

  /** Where the broker is. */
  public HostPort broker() {
    return broker;
  }

  /** A producer whose records arrive once, in order, or are reported lost after 10 s. */
  public KafkaProducer<String, byte[]> producer(int lingerMillis) {
    return new KafkaProducer<>(
        producerSettings(lingerMillis), new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * A producer whose owner writes to every partition of a topic, and learns within 5 s, by asking
   * for them, of those that are added.
   */
  public KafkaProducer<String, byte[]> wholeTopicProducer() {
    Map<String, Object> settings = producerSettings(0);
    settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, NEW_PARTITIONS_MILLIS);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** A producer that can write to several topics, and commit offsets, all or nothing. */
  public KafkaProducer<String, byte[]> transactionalProducer(String transactionalId) {
    Map<String, Object> settings = producerSettings(0);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    // A dead owner's open transaction must not hold back its successor's reading for long.
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
    // A broker that has just started takes a while to find its transactions' coordinator; and an
    // engine that is asked to end closes within 4 s, whatever became of the broker.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** A consumer that is told by its owner which partitions to read, and from where. */
  public KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        consumerSettings(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * A consumer whose owner reads every partition of a topic, and learns within 5 s, by asking for
   * them, of those that are added.
   */
  public KafkaConsumer<String, byte[]> wholeTopicConsumer() {
    Map<String, Object> settings = consumerSettings();
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, NEW_PARTITIONS_MILLIS);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * A consumer that shares partitions with the others of its group.
   *
   * @param sessionMillis how long it may be silent before another takes its partitions over
   */
  public KafkaConsumer<String, byte[]> groupConsumer(String group, int sessionMillis) {
    Map<String, Object> settings = consumerSettings();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    // A killed owner's partition goes to another, or to its restarted self, this much later. The
    // broker's group.min.session.timeout.ms must allow it.
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionMillis);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, sessionMillis / 8);
    // Who keeps its partitions goes on with them while others change hands.
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    // An owner whose thread hangs, though its heart beats, loses its partitions, too.
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 30_000);
    // Kafka looks for new partitions to share out as often as this, by default every 5 minutes: so
    // long would a new park's guests stand before a closed gate.
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, NEW_PARTITIONS_MILLIS);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Waits for the broker, as long as it takes, and makes sure that these topics exist with at least
   * so many partitions: one for each park. To be called by those who run parks, since a partition
   * can never be taken away again.
   *
   * @param partitions 1..1000
   * @return whether they do; otherwise the end was wished
   */
  public boolean awaitTopics(Stop stop, int partitions, Topics... topics)
      throws InterruptedException {
    ParkNumber.check(partitions - 1);
    return await(stop, setup -> setup.provide(partitions, List.of(topics)));
  }

  /**
   * Waits for the broker, and until somebody has made this park, as long as it takes. Park 0 is
   * always there.
   *
   * @param park 0..999
   * @return whether it is there; otherwise the end was wished
   */
  public boolean awaitPark(Stop stop, int park, Topics... topics) throws InterruptedException {
    ParkNumber.check(park);
    return await(stop, setup -> setup.find(park, List.of(topics)));
  }

  private boolean await(Stop stop, Function<TopicSetup, Optional<String>> setup)
      throws InterruptedException {
    Backoff backoff =
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), RandomGenerator.getDefault());
    // One for all tries: each copy would stay behind in the stop's list of what to tell.
    CompletableFuture<Void> end = stop.signal();
    String told = null;
    while (!stop.requested()) {
      Optional<String> problem = attempt(end, setup);
      if (problem.isEmpty()) {
        if (told != null && !stop.requested()) {
          LOG.info("the broker at {} is there", broker);
        }
        return !stop.requested();
      }
      if (!problem.get().equals(told)) {
        told = problem.get();
        LOG.info("{}; trying until it works", told);
      }
      stop.await(backoff.next());
    }
    return false;
  }

  /** Gives a sentence about what is wrong, or nothing. */
  private Optional<String> attempt(
      CompletableFuture<Void> end, Function<TopicSetup, Optional<String>> setup) {
    Map<String, Object> settings = settings();
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) TRY.toMillis());
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TRY.toMillis());
    Admin admin;
    try {
      admin = Admin.create(settings);
    } catch (KafkaException e) {
      if (new InetSocketAddress(broker.host(), broker.port()).isUnresolved()) {
        return Optional.of("the broker's name " + broker.host() + " is not known yet");
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Optional.of("Kafka's client refuses its settings: " + cause.getMessage());
    }
    try {
      return setup.apply(new TopicSetup(admin, broker, end));
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    // A broker that returns is noticed within a second.
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 50);
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    settings.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 3_000);
    // Our own metrics are enough; the broker need not ask each client for its.
    settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    more.forEach((name, value) -> settings.put(name.toString(), value));
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.toString());
    return settings;
  }

  private Map<String, Object> producerSettings(int lingerMillis) {
    Map<String, Object> settings = settings();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    // What could not be said for 10 s is old: by then the speaker counts as silent.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    // Nobody who must answer others waits longer than this for a place in the buffer.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L << 20);
    return settings;
  }

  private Map<String, Object> consumerSettings() {
    Map<String, Object> settings = settings();
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    // Records that retention has taken away were read by nobody who could still use them.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // One park's crowd does not keep the other parks of its engine waiting for long.
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    return settings;
  }
}
