package fwq.kit.kafka;

import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every Kafka client of FWQ: keys are text, values are bytes. Each setting says why.
 *
 * <p>Of the operator's own properties ({@code --kafka-config}) these are passed over, since
 * correctness rests on them: {@code bootstrap.servers}, {@code acks}, {@code enable.idempotence},
 * {@code transactional.id}, {@code isolation.level}, {@code enable.auto.commit}, {@code
 * auto.offset.reset}, {@code allow.auto.create.topics}, {@code group.id}, {@code
 * group.instance.id}, {@code group.protocol}, {@code session.timeout.ms}, {@code
 * heartbeat.interval.ms}, {@code partition.assignment.strategy}, and the serializers. All others
 * count, also where we have a choice of our own, such as {@code linger.ms}.
 */
public final class KafkaClients {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaClients.class);

  /** One try to reach the broker. */
  private static final Duration TRY = Duration.ofSeconds(2);

  /** Where no broker listens, for clients that are only tried out. */
  private static final HostPort NOWHERE = new HostPort("127.0.0.1", 9);

  private final HostPort broker;
  private final Properties more;
  private final ClientSettings settings;
  private final Once differences = new Once();

  /**
   * Clients of one broker.
   *
   * @param more the operator's own properties, such as SASL and TLS
   */
  public KafkaClients(HostPort broker, Properties more) {
    this.broker = broker;
    this.more = more;
    this.settings = new ClientSettings(broker, more);
  }

  /** Where the broker is. */
  public HostPort broker() {
    return broker;
  }

  /**
   * Finds out whether clients can be made with the operator's properties, without a broker.
   *
   * @throws Failure with what Kafka's client says of them, such as a truststore that is not there
   */
  public void check() throws Failure {
    if (more.isEmpty()) {
      return;
    }
    KafkaClients nowhere = new KafkaClients(NOWHERE, more);
    try {
      nowhere.admin(TRY).close(Duration.ZERO);
      nowhere.producer(0).close(Duration.ZERO);
      nowhere.groupConsumer("check", 6_000).close(CloseOptions.timeout(Duration.ZERO));
    } catch (KafkaException e) {
      throw new Failure(
          "Kafka's client refuses its settings ("
              + Refusal.reason(e)
              + "); correct the file given with --kafka-config",
          e);
    }
  }

  /**
   * Asks the broker what is not about records.
   *
   * @param question how long each question may take
   */
  public Admin admin(Duration question) {
    return new PromptAdmin(settings.admin(question));
  }

  /** A producer whose records arrive once, in order, or are reported lost after 10 s. */
  public KafkaProducer<String, byte[]> producer(int lingerMillis) {
    return writer(settings.producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, lingerMillis)));
  }

  /**
   * A producer whose records wait for the broker, in order, however long it is away. Its owner
   * bounds how many. What it has once heard of its topic it keeps: Kafka's client by itself forgets
   * that when no broker answers, and then takes nothing more.
   */
  public KafkaProducer<String, byte[]> patientProducer() {
    return writer(
        settings.producer(
            Map.of(
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.METADATA_MAX_IDLE_CONFIG,
                Integer.MAX_VALUE,
                CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG,
                MetadataRecoveryStrategy.NONE.name)));
  }

  /**
   * A producer whose owner writes to every partition of a topic, and learns within 5 s, by asking
   * for them, of those that are added.
   */
  public KafkaProducer<String, byte[]> wholeTopicProducer() {
    return writer(
        settings.producer(
            Map.of(
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.METADATA_MAX_AGE_CONFIG,
                ClientSettings.NEW_PARTITIONS_MILLIS)));
  }

  /** A producer that can write to several topics, and commit offsets, all or nothing. */
  public KafkaProducer<String, byte[]> transactionalProducer(String transactionalId) {
    return transactionalProducer(transactionalId, 1);
  }

  /**
   * The same, where its owner has several.
   *
   * @param producers how many its owner may have
   */
  public KafkaProducer<String, byte[]> transactionalProducer(
      String transactionalId, int producers) {
    return writer(settings.transactional(transactionalId, producers));
  }

  private static KafkaProducer<String, byte[]> writer(Map<String, Object> its) {
    return new KafkaProducer<>(its, new StringSerializer(), new ByteArraySerializer());
  }

  /** A consumer that is told by its owner which partitions to read, and from where. */
  public KafkaConsumer<String, byte[]> consumer() {
    return new InRangeConsumer(settings.consumer(IsolationLevel.READ_UNCOMMITTED, Map.of()));
  }

  /** The same, for a topic that is written in transactions: reads only what was committed. */
  public KafkaConsumer<String, byte[]> committedConsumer() {
    return new InRangeConsumer(settings.consumer(IsolationLevel.READ_COMMITTED, Map.of()));
  }

  /**
   * A consumer whose owner reads every partition of a topic, and learns within 5 s, by asking for
   * them, of those that are added.
   *
   * @param topics what it is to read, for the size of its records
   */
  public KafkaConsumer<String, byte[]> wholeTopicConsumer(Topic... topics) {
    return new InRangeConsumer(settings.wholeTopic(topics));
  }

  /**
   * A consumer that shares partitions with the others of its group. Its owner says where to begin;
   * where the log does not have what is next, a poll throws {@link
   * org.apache.kafka.clients.consumer.OffsetOutOfRangeException}.
   *
   * @param sessionMillis how long it may be silent before another takes its partitions over
   * @param topics what it is to read, for the size of its records
   */
  public KafkaConsumer<String, byte[]> groupConsumer(
      String group, int sessionMillis, Topic... topics) {
    return new KafkaConsumer<>(
        settings.group(group, sessionMillis, topics),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /**
   * Waits for the broker, as long as it takes, and makes sure that these topics exist with at least
   * so many partitions: one for each park. To be called by those who run parks, since a partition
   * can never be taken away again.
   *
   * @param parks 1..1000
   * @param uses what we do with each topic; while we may not, that is said, and tried again
   * @return whether they do; otherwise stop was requested
   * @throws Failure when the operator's properties are of no use
   */
  public boolean awaitTopics(Stop stop, int parks, TopicUse... uses)
      throws Failure, InterruptedException {
    check();
    boolean there = waiting().await(stop, setup -> setup.provide(parks, List.of(uses)));
    if (there) {
      try (Admin admin = admin(TRY)) {
        compare(admin, List.of(uses));
      }
    }
    return there;
  }

  /** Says what is set otherwise than it should be, if that is news. */
  void compare(Admin admin, List<TopicUse> uses) throws InterruptedException {
    String all = TopicSettings.differences(admin, uses);
    if (differences.isNews(all) && !all.isEmpty()) {
      LOG.warn(
          "{}: the topic is older, or somebody else made it; all goes on, but have the broker's"
              + " operator set it so with kafka-configs.sh, limits only when nothing larger is"
              + " stored; fwq broker does so by itself when it starts",
          all);
    }
  }

  /**
   * Waits for the broker, and until somebody has made this park, as long as it takes. Park 0 is
   * always there.
   *
   * @param park 0..999
   * @param uses what we do with each topic; while we may not, that is said, and tried again
   * @return whether it is there; otherwise stop was requested
   * @throws Failure when the operator's properties are of no use
   */
  public boolean awaitPark(Stop stop, int park, TopicUse... uses)
      throws Failure, InterruptedException {
    check();
    return waiting().await(stop, setup -> setup.find(park, List.of(uses)));
  }

  /**
   * Looks after topics from now on until stop is requested, on a thread of its own: makes them
   * again, keeps them as large as each other, and says what is set otherwise than it should be.
   */
  public void lookAfter(Stop stop, int parks, TopicUse... uses) {
    List<TopicUse> ours = List.of(uses);
    lookAfter(stop, setup -> setup.provide(parks, ours), ours);
  }

  /**
   * The same, for those who make no parks: only what is gone is made again.
   *
   * @param lastPark the highest number of those that are there
   */
  public void lookAfterParks(Stop stop, IntSupplier lastPark, TopicUse... uses) {
    List<TopicUse> ours = List.of(uses);
    lookAfter(stop, setup -> setup.find(lastPark.getAsInt(), ours), List.of());
  }

  private void lookAfter(
      Stop stop, Function<TopicSetup, Optional<String>> setup, List<TopicUse> compared) {
    new TopicCare(this, settings.speaksTls(), setup, compared).start(stop);
  }

  /**
   * The ids of those of these topics that are there: a topic made anew has another.
   *
   * @throws KafkaException when the broker does not answer
   */
  public Map<String, Uuid> topicIds(List<Topic> topics) {
    return waiting().ids(topics);
  }

  /**
   * Looks once whether these topics are there, for those who only watch: makes nothing.
   *
   * @param uses what we do with each topic
   * @return what is wrong, in half a sentence; nothing when they can be used, or stop was requested
   */
  public Optional<String> look(Stop stop, TopicUse... uses) {
    return waiting().attempt(stop.signal(), setup -> setup.look(List.of(uses)));
  }

  private TopicWait waiting() {
    return new TopicWait(this, settings.speaksTls());
  }
}
