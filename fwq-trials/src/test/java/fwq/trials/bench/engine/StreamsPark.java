package fwq.trials.bench.engine;

import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.net.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * The engine's rival: the park as a Kafka Streams topology {@code Visitor → rules → Engine}, whose
 * state is an in-memory store with its changelog on the broker. As well tuned as we know how:
 *
 * <ul>
 *   <li>The record cache holds every guest, so that a guest who moved twenty times within a commit
 *       is written to the changelog once; it is committed once a second, as the engine notes.
 *   <li>{@code at_least_once}: what the engine promises of its answers, too. A repeated event is
 *       known by its {@code at}. {@code exactly_once_v2} would show frames only with each commit,
 *       so it would have to commit every 50 ms, and is slower.
 *   <li>State is serialised as a few bytes, not as JSON; heads, who was heard last, and derived
 *       keys are on the heap beside the store, as they can be had from it again.
 *   <li>Large fetches and batches, and a buffer that always has the next records ready.
 * </ul>
 */
final class StreamsPark implements AutoCloseable {
  private static final String APPLICATION = "fwq-streams";

  /** More than all guests of the backlog need. */
  private static final long CACHE_BYTES = 128L << 20;

  private static final int RECORDS = 10_000;
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final KafkaStreams streams;

  /** Opens it, and waits for nothing. */
  StreamsPark(HostPort broker, int capacity, SharedSecret secret, Path scratch) {
    streams = new KafkaStreams(topology(capacity, secret), settings(broker, scratch));
    streams.start();
  }

  /** Lets no event through. */
  void pause() {
    streams.pause();
  }

  /** Lets events through again. */
  void resume() {
    streams.resume();
  }

  @SuppressWarnings("removal") // What a lambda is to stand for has no successor without a body yet.
  private static Topology topology(int capacity, SharedSecret secret) {
    return new Topology()
        .addSource(
            "events",
            Serdes.String().deserializer(),
            Serdes.ByteArray().deserializer(),
            VisitTopics.VISITOR.name())
        .addProcessor("rules", () -> new StreamsRules(capacity, secret), "events")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(StreamsRules.STORE),
                    Serdes.String(),
                    new StreamsGuest.Bytes())
                .withCachingEnabled()
                .withLoggingEnabled(
                    Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)),
            "rules")
        .addSink(
            "said",
            VisitTopics.ENGINE.name(),
            Serdes.String().serializer(),
            Serdes.ByteArray().serializer(),
            (_, _, _, _) -> Optional.of(Set.of(0)),
            "rules");
  }

  private static Properties settings(HostPort broker, Path scratch) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.toString());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, scratch.resolve("streams").toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, RECORDS);
    settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), RECORDS);
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 8 << 20);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 64L << 20);
    return settings;
  }

  @Override
  public void close() {
    streams.close(
        CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(CLOSE));
  }
}
