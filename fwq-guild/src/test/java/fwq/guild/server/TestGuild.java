package fwq.guild.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import fwq.common.park.Plate;
import fwq.common.signing.GuildKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildReplyCodec;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.GuildRequestCodec;
import fwq.common.talk.guild.GuildTopics;
import fwq.guild.report.DayFiles;
import fwq.guild.rules.Days;
import fwq.guild.rules.Terms;
import fwq.guild.store.Desk;
import fwq.guild.store.GuildFile;
import fwq.kit.feed.Feed;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A guild of one park on a real database, and a log that is kept here. */
final class TestGuild implements AutoCloseable {
  static final long BEGIN = 1_795_860_000_000L;

  private static final Terms TERMS =
      new Terms(
          new Days(ZoneId.of("UTC"), Days.MIDNIGHT),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofSeconds(60),
          20);

  /** As few at once as make several polls of a backlog. */
  private static final int POLLED_MAX = 3_000;

  private static final Map<String, Uuid> IDS =
      Map.of("Carts", Uuid.randomUuid(), "Members", Uuid.randomUuid());

  /** What is on the broker. */
  static final class Log {
    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records =
        new HashMap<>();
    private Map<String, Uuid> ids = IDS;
    long now = BEGIN;

    List<ConsumerRecord<String, byte[]>> of(TopicPartition partition) {
      return records.computeIfAbsent(partition, _ -> new ArrayList<>());
    }

    void write(ProducerRecord<String, byte[]> it) {
      TopicPartition where = new TopicPartition(it.topic(), it.partition());
      List<ConsumerRecord<String, byte[]>> its = of(where);
      its.add(
          new ConsumerRecord<>(
              it.topic(),
              it.partition(),
              its.size(),
              ++now,
              TimestampType.LOG_APPEND_TIME,
              0,
              0,
              it.key(),
              it.value(),
              new RecordHeaders(it.headers()),
              Optional.empty()));
    }

    void makeTopicsAnew() {
      records.clear();
      ids = Map.of("Carts", Uuid.randomUuid(), "Members", Uuid.randomUuid());
    }
  }

  final Log log;
  final SharedSecret secret = SharedSecret.of(new byte[32]);
  final Stop stop = new Stop();
  final List<AuditEntry> noted = new ArrayList<>();
  final StringWriter screen = new StringWriter();
  Optional<ZoneId> framed = Optional.empty();
  private final Sql sql;
  private final Desk desk;
  private final Metrics metrics = Metrics.unserved();
  private final Skipped skipped;
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final Feed feed;
  final GuildLoop loop;
  private final GuildHandler handler;
  private final Map<TopicPartition, Integer> given = new HashMap<>();
  private int taken;

  TestGuild(Path folder, Log log, String id) throws DatabaseException {
    this.log = log;
    sql = GuildFile.open(folder);
    desk = new Desk(GuildFile.open(folder));
    skipped = new Skipped("guild", InstantSource.system(), metrics);
    KafkaClients kafka = new KafkaClients(new HostPort("127.0.0.1", 9), new Properties());
    GuildVoice voice = new GuildVoice(producer, GuildKey.ofGuild(secret));
    GuildParts parts =
        new GuildParts(
            id,
            TERMS,
            secret,
            kafka,
            sql,
            desk,
            voice,
            new Crier(
                new PrintWriter(screen, true),
                metrics.counter("fwq_guild_events_total", "What happened.", "kind")),
            new DayFiles(folder),
            skipped,
            new ConcurrentHashMap<>(),
            _ -> framed,
            InstantSource.system());
    loop = new GuildLoop(parts, stop);
    feed =
        new Feed(
            kafka,
            sql,
            List.of(GuildTopics.CARTS, GuildTopics.MEMBERS),
            1,
            loop,
            skipped,
            InstantSource.system());
    handler =
        new GuildHandler(
            parts,
            new Applicants(TERMS, secret, desk, voice, new SecureRandom()),
            new GuildAudit(noted::add, InstantSource.system()),
            why -> {
              throw new IllegalStateException(why);
            });
    consumer.setMaxPollRecords(POLLED_MAX);
    for (String topic : IDS.keySet()) {
      consumer.updatePartitions(
          topic,
          IntStream.range(0, 2)
              .mapToObj(it -> new PartitionInfo(topic, it, null, null, null))
              .toList());
      for (int it = 0; it < 2; it++) {
        consumer.updateBeginningOffsets(Map.of(new TopicPartition(topic, it), 0L));
        consumer.updateEndOffsets(
            Map.of(
                new TopicPartition(topic, it),
                (long) log.of(new TopicPartition(topic, it)).size()));
      }
    }
    feed.topicsAre(log.ids);
    feed.assign(consumer);
    consumer.assignment().forEach(it -> given.put(it, (int) consumer.position(it)));
  }

  /** What the guild wrote is written to the log. */
  TestGuild flush() {
    for (; taken < producer.history().size(); taken++) {
      log.write(producer.history().get(taken));
    }
    return this;
  }

  /** So many seconds go by in which nobody speaks but the guild, which reads what there is. */
  TestGuild seconds(int seconds) throws DatabaseException {
    for (int i = 0; i < seconds; i++) {
      flush();
      log.now += 999;
      log.write(new ProducerRecord<>("Carts", 0, null, null));
      read();
    }
    return this;
  }

  /** Reads what there is. */
  TestGuild read() throws DatabaseException {
    for (TopicPartition it : consumer.assignment()) {
      List<ConsumerRecord<String, byte[]>> its = log.of(it);
      consumer.updateEndOffsets(Map.of(it, (long) its.size()));
      its.subList(given.get(it), its.size()).forEach(consumer::addRecord);
      given.put(it, its.size());
    }
    feed.poll(consumer);
    return this;
  }

  GuildReply ask(GuildRequest request) throws BadMessageException {
    return GuildReplyCodec.read(
        handler.reply(GuildRequestCodec.write(request), InetAddress.getLoopbackAddress()));
  }

  /** A cart says something, signed with this key. */
  void say(CartWord word, GuildKey key) {
    byte[] value = CartCodec.write(word);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>("Carts", 0, word.plate().text(), value);
    record.headers().add(GuildKey.HEADER, key.sign(0, value));
    log.write(record);
  }

  void junk(String topic, int partition, String value) {
    log.write(new ProducerRecord<>(topic, partition, null, value.getBytes(UTF_8)));
  }

  GuildRequest.Join application(String plate, String nationalId, boolean premium) {
    return new GuildRequest.Join(
        0,
        "Ana",
        "Gil",
        new fwq.kit.json.Secret(nationalId),
        new fwq.kit.json.Secret("ana@example.org"),
        Plate.of(plate),
        premium,
        50);
  }

  long skipped() {
    return skipped.count();
  }

  /** As a kill does, leaves everything as it is. */
  @Override
  public void close() throws DatabaseException {
    consumer.close();
    desk.close();
    sql.close();
    metrics.close();
  }
}
