package fwq.trials.bench.guild;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.signing.GuildKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.guild.MemberCodec;
import fwq.common.talk.guild.MemberWord;
import fwq.guild.books.LogReader;
import fwq.guild.books.ParkBooks;
import fwq.guild.books.RecordReader;
import fwq.guild.rules.Days;
import fwq.guild.rules.Terms;
import fwq.guild.store.GuildFile;
import fwq.kit.feed.Feed;
import fwq.kit.file.ScratchFolder;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Skipped;
import fwq.kit.kafka.Topic;
import fwq.kit.program.Metrics;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.trials.bench.Patience;
import fwq.trials.bench.Workbench;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Signed sales of a park's carts, all of them on the broker when the clock starts, and those who
 * work them off. Each gives the sales a second.
 */
final class SalesBacklog {
  private static final int SALES = 1_000_000;
  private static final int CARTS = 20;
  private static final int CLIENTS = 500;
  private static final TopicPartition PARTITION =
      new TopicPartition(GuildTopics.CARTS.name(), GuildTopics.carts(0));
  private static final SharedSecret SECRET = SharedSecret.of(new byte[32]);
  private static final Terms TERMS =
      new Terms(
          new Days(ZoneId.of("UTC"), Days.MIDNIGHT),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofSeconds(60),
          CARTS);

  private final int sales;

  /** A million sales, or a tenth when that is enough. */
  SalesBacklog(Workbench bench) {
    sales = bench.load(SALES);
  }

  private void write(KafkaClients kafka) {
    Workbench.write(kafka, joins());
    Workbench.write(kafka, records(sales));
    // What it took to write them is none of what is measured.
    System.gc();
  }

  private double rate(long nanos) {
    return sales * 1e9 / nanos;
  }

  /** The least that can be done with records: a bare consumer loop, with the guild's client. */
  double read(KafkaClients kafka) {
    write(kafka);
    try (KafkaConsumer<String, byte[]> consumer =
        kafka.wholeTopicConsumer(GuildTopics.CARTS, GuildTopics.MEMBERS)) {
      return rate(loop(consumer, sales));
    }
  }

  /** The guild: decodes, verifies, decides, adds up, stores sums and offsets. */
  double guild(KafkaClients kafka) throws Exception {
    write(kafka);
    try (KafkaConsumer<String, byte[]> consumer =
        kafka.wholeTopicConsumer(GuildTopics.CARTS, GuildTopics.MEMBERS)) {
      return rate(guild(kafka, consumer, sales));
    }
  }

  /** The same sums in Kafka Streams. */
  double streams(KafkaClients kafka, Path scratch) throws InterruptedException {
    Map<String, GuildKey> keys = new HashMap<>();
    for (int cart = 0; cart < CARTS; cart++) {
      keys.put(plate(cart).text(), GuildKey.ofMember(SECRET, mark(cart)));
    }
    try (StreamsSales rival = new StreamsSales(kafka.broker(), keys, sales, scratch)) {
      rival.awaitRunning();
      rival.pause();
      write(kafka);
      long start = System.nanoTime();
      rival.resume();
      rival.awaitCounted();
      return rate(System.nanoTime() - start);
    }
  }

  private static String mark(int cart) {
    return "%032x".formatted(cart);
  }

  private static Plate plate(int cart) {
    return Plate.of("CART-%02d".formatted(cart));
  }

  private static List<ProducerRecord<String, byte[]>> joins() {
    GuildKey key = GuildKey.ofGuild(SECRET);
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int cart = 0; cart < CARTS; cart++) {
      byte[] value =
          MemberCodec.write(
              new MemberWord.Join(mark(cart), mark(cart), "Ana", "Gil", plate(cart), true, 0, 500));
      records.add(
          record(
              new TopicPartition(GuildTopics.MEMBERS.name(), GuildTopics.premium(0)),
              plate(cart),
              value,
              key));
    }
    return records;
  }

  /** Made as they are written: what is measured must not share its memory with them. */
  private static Stream<ProducerRecord<String, byte[]>> records(int count) {
    List<GuildKey> keys = new ArrayList<>();
    for (int cart = 0; cart < CARTS; cart++) {
      keys.add(GuildKey.ofMember(SECRET, mark(cart)));
    }
    long at = System.currentTimeMillis();
    return IntStream.range(0, count)
        .mapToObj(
            number -> {
              int cart = number % CARTS;
              byte[] value =
                  CartCodec.write(
                      new CartWord.Sale(
                          plate(cart),
                          at + number / CARTS,
                          "client-" + number % CLIENTS,
                          1 + number % 4,
                          100,
                          Position.ofCell(cart)));
              return record(PARTITION, plate(cart), value, keys.get(cart));
            });
  }

  private static ProducerRecord<String, byte[]> record(
      TopicPartition where, Plate plate, byte[] value, GuildKey key) {
    return new ProducerRecord<>(
        where.topic(),
        where.partition(),
        plate.text(),
        value,
        List.of(new RecordHeader(GuildKey.HEADER, key.sign(0, value))));
  }

  /** Nanoseconds. */
  private static long loop(KafkaConsumer<String, byte[]> consumer, int sales) {
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(consumer.assignment());
    consumer.position(PARTITION);
    Patience patience = new Patience();
    long start = System.nanoTime();
    int seen = 0;
    while (seen < sales) {
      seen += consumer.poll(Duration.ofMillis(500)).count();
      patience.check("the loop had read " + seen + " sales");
    }
    return System.nanoTime() - start;
  }

  /** Nanoseconds. */
  private static long guild(KafkaClients kafka, KafkaConsumer<String, byte[]> consumer, int sales)
      throws Exception {
    InstantSource clock = InstantSource.system();
    try (ScratchFolder scratch = new ScratchFolder("fwq-bench");
        Metrics metrics = Metrics.unserved();
        Sql sql = GuildFile.open(scratch.path())) {
      Skipped skipped = new Skipped("guild", clock, metrics);
      LogReader log =
          new LogReader(
              new RecordReader(GuildKey.ofGuild(SECRET), clock),
              park -> new ParkBooks(park, TERMS, sql, SECRET, mark(0), skipped));
      List<Topic> topics = List.of(GuildTopics.CARTS, GuildTopics.MEMBERS);
      Feed feed = new Feed(kafka, sql, topics, 1, new Books(log), skipped, clock);
      feed.topicsAre(kafka.topicIds(topics));
      feed.assign(consumer);
      consumer.position(PARTITION);
      Patience patience = new Patience();
      long start = System.nanoTime();
      while (consumer.position(PARTITION) < sales) {
        feed.poll(consumer);
        patience.check("the guild had taken " + consumer.position(PARTITION) + " sales");
      }
      long nanos = System.nanoTime() - start;
      long counted =
          sql.query(
                  "SELECT coalesce(sum(sales), 0) FROM tally WHERE kind = 'CLIENT'",
                  row -> row.getLong(1))
              .getFirst();
      if (counted != sales) {
        throw new IllegalStateException("the guild counted " + counted + " of " + sales + " sales");
      }
      return nanos;
    }
  }

  /** What the guild does with a batch, but for telling people. */
  private record Books(LogReader log) implements Feed.Handler {
    @Override
    public void assigned(Consumer<String, byte[]> consumer, List<TopicPartition> partitions)
        throws DatabaseException {
      log.assigned(consumer, partitions);
    }

    @Override
    public void gather(ConsumerRecords<String, byte[]> batch, Consumer<String, byte[]> consumer) {
      log.gather(batch, consumer);
    }

    @Override
    public void apply(ConsumerRecords<String, byte[]> batch) throws SQLException {
      for (ParkBooks its : log.books()) {
        if (its.isChanged()) {
          its.store();
        }
      }
    }

    @Override
    public Map<TopicPartition, Long> positions(
        ConsumerRecords<String, byte[]> batch, Consumer<String, byte[]> consumer) {
      return log.positions(consumer);
    }

    @Override
    public void applied() {}
  }
}
