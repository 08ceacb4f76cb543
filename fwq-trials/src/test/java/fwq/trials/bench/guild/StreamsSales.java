package fwq.trials.bench.guild;

import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.GuildTopics;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The guild's rival: sales added up by cart and client in a Kafka Streams topology, whose sums are
 * an in-memory store with its changelog on the broker. It decodes and verifies with the same code,
 * and refuses what is not newer; it knows neither members nor days nor places. Tuned as the
 * engine's rival: its cache holds every sum, so that each goes to the changelog once a second.
 */
final class StreamsSales implements AutoCloseable {
  private static final String STORE = "sums";
  private static final String APPLICATION = "fwq-streams-sales";
  private static final long CACHE_BYTES = 128L << 20;
  private static final int RECORDS = 10_000;
  private static final int SECONDS_MAX = 120;
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final CountDownLatch counted = new CountDownLatch(1);
  private final CountDownLatch running = new CountDownLatch(1);
  private final KafkaStreams streams;

  /**
   * Opens it, and waits for nothing.
   *
   * @param keys members' keys, by plate
   * @param sales how many there will be
   */
  StreamsSales(HostPort broker, Map<String, GuildKey> keys, long sales, Path scratch) {
    streams =
        new KafkaStreams(topology(() -> new Sums(keys, sales, counted)), settings(broker, scratch));
    streams.setStateListener(
        (now, _) -> {
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          }
        });
    streams.start();
  }

  void awaitRunning() throws InterruptedException {
    running.await();
  }

  /** Lets no sale through. */
  void pause() {
    streams.pause();
  }

  /** Lets sales through again. */
  void resume() {
    streams.resume();
  }

  /** Waits until all sales are added up; stored they need not be. */
  void awaitCounted() throws InterruptedException {
    if (!counted.await(SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Kafka Streams has not counted all within two minutes");
    }
  }

  /** The rules. */
  private static final class Sums implements Processor<String, byte[], Void, Void> {
    private final Map<String, GuildKey> keys;
    private final CountDownLatch counted;
    private final Map<String, Long> newestAt = new HashMap<>();
    private KeyValueStore<String, byte[]> sums;
    private long missing;

    Sums(Map<String, GuildKey> keys, long sales, CountDownLatch counted) {
      this.keys = keys;
      this.missing = sales;
      this.counted = counted;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      sums = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
      try {
        if (record.value() != null
            && CartCodec.readWord(record.value()) instanceof CartWord.Sale sale
            && isSigned(sale.plate().text(), record)
            && sale.at() > newestAt.getOrDefault(sale.plate().text(), -1L)) {
          newestAt.put(sale.plate().text(), sale.at());
          add(sale);
          missing--;
          if (missing == 0) {
            counted.countDown();
          }
        }
      } catch (BadMessageException e) {
        // As in the guild it is skipped.
      }
    }

    private boolean isSigned(String plate, Record<String, byte[]> record) {
      Header signature = record.headers().lastHeader(GuildKey.HEADER);
      GuildKey key = keys.get(plate);
      return signature != null && key != null && key.verify(0, record.value(), signature.value());
    }

    private void add(CartWord.Sale sale) {
      String key = sale.plate().text() + " " + sale.client();
      byte[] before = sums.get(key);
      ByteBuffer sum = before == null ? ByteBuffer.allocate(16) : ByteBuffer.wrap(before);
      sums.put(
          key,
          ByteBuffer.allocate(16)
              .putLong(sum.getLong(0) + 1)
              .putLong(sum.getLong(Long.BYTES) + sale.quantity())
              .array());
    }
  }

  private static Topology topology(ProcessorSupplier<String, byte[], Void, Void> sums) {
    return new Topology()
        .addSource(
            "sales",
            Serdes.String().deserializer(),
            Serdes.ByteArray().deserializer(),
            GuildTopics.CARTS.name())
        .addProcessor("rules", sums, "sales")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of()),
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
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), RECORDS);
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 8 << 20);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    return settings;
  }

  @Override
  public void close() {
    streams.close(
        CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(CLOSE));
    streams.cleanUp();
  }
}
