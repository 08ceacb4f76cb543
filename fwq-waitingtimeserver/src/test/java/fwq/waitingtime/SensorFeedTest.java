package fwq.waitingtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fwq.common.park.RideTable;
import fwq.common.talk.sensor.SensorTopics;
import fwq.kit.feed.Feed;
import fwq.kit.feed.FeedPositions;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SensorFeedTest {
  private static final TopicPartition SD = new TopicPartition("SD", 0);
  private static final TopicPartition SD_1 = new TopicPartition("SD", 1);

  @TempDir private Path folder;
  private final HandClock clock = new HandClock();
  private final HandClock steady = new HandClock();
  private long liveFrom;
  private Rides rides;
  private Uuid id = Uuid.randomUuid();
  private Skipped skipped;
  private LatestReadings readings;
  private Feed feed;
  private MockConsumer<String, byte[]> consumer;

  @BeforeEach
  void open() throws DatabaseException {
    rides = Rides.open(folder.resolve(Rides.FILE));
    rides.replace(Map.of(0, RideTable.DEFAULT, 3, RideTable.DEFAULT));
    start();
  }

  @AfterEach
  void close() throws DatabaseException {
    rides.close();
  }

  @Test
  void readingIsShownAndStoredWithItsOffset() throws DatabaseException {
    add(0, "0", "[0,105]");
    feed.poll(consumer);

    Map<ParkRide, LastReading> expected = Map.of(ride(0), new LastReading(105, HandClock.START));
    assertEquals(expected, readings.byRide());
    assertEquals(expected, rides.readings());
    assertEquals(Map.of(0, 1L), nextOffsets());
  }

  @Test
  void readingWithoutKeyCounts() throws DatabaseException {
    add(0, null, "[0, 105]");
    feed.poll(consumer);

    assertEquals(105, readings.byRide().get(ride(0)).people());
  }

  static Stream<byte[]> badReadings() {
    return Stream.concat(
        Stream.of(
                "[1]",
                "[1,2,3,4]",
                "[1,2,7]",
                "[1,2,1000]",
                "\"text\"",
                "[99,5]",
                "[0,-3]",
                "[0,1e9]",
                "[0,2.5]",
                "",
                "[0,1000000000]",
                "[0,99999999999999999999]",
                "[null,5]",
                "[\"0\",5]",
                "[0,5",
                "{\"ride\":0}",
                "[0,5] [0,6]",
                "\u0000",
                " ".repeat(1 << 20),
                "9".repeat(1 << 20),
                "[".repeat(1 << 20))
            .map(text -> text.getBytes(UTF_8)),
        Stream.of(new byte[] {(byte) 0xff, (byte) 0xfe, 0}, null));
  }

  @ParameterizedTest
  @MethodSource("badReadings")
  void badReadingIsCountedAndSkippedAndTheNextGoodOneCounts(byte[] bad) throws DatabaseException {
    add(0, "0", bad);
    add(1, "0", "[0,40]".getBytes(UTF_8));
    feed.poll(consumer);

    assertEquals(1, skipped.count());
    assertEquals(Map.of(ride(0), new LastReading(40, HandClock.START)), readings.byRide());
    assertEquals(Map.of(0, 2L), nextOffsets());
  }

  @Test
  void batchOfOnlyBadReadingsIsNotReadAgain() throws DatabaseException {
    add(0, "0", "[1]");
    feed.poll(consumer);
    start();
    feed.poll(consumer);

    assertEquals(Map.of(0, 1L), nextOffsets());
    assertEquals(0, skipped.count());
  }

  @Test
  void topicThatWasMadeAnewIsReadFromItsBeginning() throws DatabaseException {
    add(0, "0", "[0,1]");
    add(1, "1", "[1,2]");
    feed.poll(consumer);
    id = Uuid.randomUuid();
    start();

    assertEquals(0, consumer.position(SD));
    add(0, "1", "[1,3]");
    feed.poll(consumer);
    assertEquals(3, readings.byRide().get(ride(1)).people());
    assertEquals(Map.of(0, 1L), nextOffsets());
  }

  @Test
  void restartGoesOnFromTheStoredOffset() throws DatabaseException {
    add(0, "0", "[0,1]");
    add(1, "1", "[1,2]");
    feed.poll(consumer);
    start();

    assertEquals(2, consumer.position(SD));
    assertEquals(2, readings.byRide().get(ride(1)).people());
  }

  @Test
  void readingsOfAFailedTransactionAreReadAgainAfterARestart() throws Exception {
    add(0, "0", "[0,1]");
    feed.poll(consumer);
    execute("CREATE TRIGGER full BEFORE UPDATE ON ride BEGIN SELECT RAISE(ABORT, 'full'); END");
    add(1, "0", "[0,2]");
    assertThrows(DatabaseException.class, () -> feed.poll(consumer));
    assertEquals(1, readings.byRide().get(ride(0)).people(), "what was not stored is not shown");
    execute("DROP TRIGGER full");
    start();

    assertEquals(1, consumer.position(SD));
    add(1, "0", "[0,2]");
    feed.poll(consumer);
    assertEquals(2, readings.byRide().get(ride(0)).people());
  }

  @Test
  void allPartitionsAreRead() throws DatabaseException {
    add(0, "0", "[0,1]");
    consumer.addRecord(record(SD_1, 0, "1", "[1,2]".getBytes(UTF_8), HandClock.START));
    feed.poll(consumer);
    feed.poll(consumer);

    assertEquals(Set.of(ride(0), ride(1)), readings.byRide().keySet());
    assertEquals(Map.of(0, 1L, 1, 1L), nextOffsets());
  }

  @Test
  void readingIsOfTheParkThatItNamesWhateverItsPartition() throws DatabaseException {
    add(0, null, "[0,5,3]");
    consumer.addRecord(record(SD_1, 0, "0", "[0,6]".getBytes(UTF_8), HandClock.START));
    feed.poll(consumer);
    feed.poll(consumer);

    assertEquals(5, readings.byRide().get(new ParkRide(3, 0)).people());
    assertEquals(6, readings.byRide().get(ride(0)).people());
    assertEquals(readings.byRide(), rides.readings());
  }

  @Test
  void partitionThatIsAddedIsReadFromItsBeginningAndTheOthersGoOn() throws DatabaseException {
    TopicPartition added = new TopicPartition("SD", 2);
    add(0, "0", "[0,1]");
    feed.poll(consumer);
    partitions(0, 1, 2);
    consumer.updateBeginningOffsets(Map.of(added, 4L));
    consumer.updateEndOffsets(Map.of(added, 5L));

    assertEquals(true, feed.assign(consumer));

    assertEquals(Set.of(SD, SD_1, added), consumer.assignment());
    assertEquals(4, consumer.position(added));
    assertEquals(1, consumer.position(SD));
    consumer.seek(SD, 9);
    feed.assign(consumer);
    assertEquals(9, consumer.position(SD), "nothing was added, so nothing is sought");
  }

  @Test
  void liveReadingIsAsOldAsOurCounterSaysWhateverTheSensorsClock() throws DatabaseException {
    for (long wrong : List.of(-3_600_000L, 0L, 3_600_000L)) {
      readWithTime(TimestampType.CREATE_TIME, HandClock.START + wrong);
      assertEquals(OptionalLong.of(0), readings.ageMillis(ride(0)), "a clock wrong by " + wrong);
      assertEquals(HandClock.START, readings.of(ride(0)).orElseThrow().at());
    }
    steady.set(HandClock.START + 9_000);
    clock.set(HandClock.START - 3_600_000);
    assertEquals(OptionalLong.of(9_000), readings.ageMillis(ride(0)), "our own clock is set back");
  }

  @Test
  void liveReadingIsAsOldAsOurCounterSaysWhateverTheBrokersClock() throws DatabaseException {
    for (long wrong : List.of(-3_600_000L, 0L, 3_600_000L)) {
      readWithTime(TimestampType.LOG_APPEND_TIME, HandClock.START + wrong);
      assertEquals(OptionalLong.of(0), readings.ageMillis(ride(0)), "a clock wrong by " + wrong);
    }
  }

  @Test
  void whatHasPiledUpWhenWeStartIsOfAnUnknownAgeUntilTheSensorIsHeardLive()
      throws DatabaseException {
    liveFrom = 1;
    start();
    add(0, "0", "[0,7]");
    feed.poll(consumer);
    assertEquals(Optional.of(new LastReading(7, HandClock.START)), readings.of(ride(0)));
    assertEquals(OptionalLong.empty(), readings.ageMillis(ride(0)));
    add(1, "0", "[0,8]");
    feed.poll(consumer);
    assertEquals(OptionalLong.of(0), readings.ageMillis(ride(0)));
    liveFrom = 2;
    start();
    assertEquals(8, readings.of(ride(0)).orElseThrow().people(), "it is stored");
    assertEquals(OptionalLong.empty(), readings.ageMillis(ride(0)), "but we were away since");
  }

  @Test
  void recordThatTheBrokerHadLongBeforeTheOthersThatCameWithItIsThatOld() throws DatabaseException {
    add(0, "0", "[0,7]");
    consumer.addRecord(record(SD, 1, "1", "[1,2]".getBytes(UTF_8), HandClock.START + 60_000));
    feed.poll(consumer);

    assertEquals(OptionalLong.of(60_000), readings.ageMillis(ride(0)), "we had slept");
    assertEquals(OptionalLong.of(0), readings.ageMillis(ride(1)));
  }

  private void readWithTime(TimestampType type, long at) throws DatabaseException {
    consumer.addRecord(record(SD, consumer.position(SD), "0", "[0,1]".getBytes(UTF_8), at, type));
    feed.poll(consumer);
  }

  @Test
  void topicThatIsNotThereYetIsNoFailure() throws DatabaseException {
    MockConsumer<String, byte[]> empty = new MockConsumer<>("earliest");

    assertEquals(false, feed.assign(empty));
    feed.poll(empty);
  }

  @Test
  void feedWaitsForABrokerThatIsAwayAndEndsWhenAsked() {
    Stop stop = new Stop();
    Thread.ofVirtual().start(stop::request);

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> feed.run(stop));
  }

  /** What a start of the program does: everything anew but the database. */
  private void start() throws DatabaseException {
    Metrics metrics = Metrics.unserved();
    skipped = new Skipped("readings", clock, metrics);
    readings =
        new LatestReadings(
            rides,
            Proofs.unsigned(rides),
            LatestReadings.Counts.of(metrics, skipped),
            clock,
            steady);
    feed =
        new Feed(
            new KafkaClients(new HostPort("127.0.0.1", 1), new Properties()),
            rides.sql(),
            List.of(SensorTopics.SD),
            1,
            readings,
            skipped,
            clock);
    feed.topicsAre(Map.of("SD", id));
    consumer = new MockConsumer<>("earliest");
    partitions(0, 1);
    consumer.updateBeginningOffsets(Map.of(SD, 0L, SD_1, 0L));
    consumer.updateEndOffsets(Map.of(SD, liveFrom, SD_1, 0L));
    feed.assign(consumer);
  }

  private Map<Integer, Long> nextOffsets() throws DatabaseException {
    Map<Integer, Long> byPartition = new HashMap<>();
    new FeedPositions(rides.sql())
        .of("SD", id)
        .forEach((partition, next) -> byPartition.put(partition.partition(), next));
    return byPartition;
  }

  private void partitions(int... numbers) {
    consumer.updatePartitions(
        "SD",
        IntStream.of(numbers)
            .mapToObj(number -> new PartitionInfo("SD", number, null, null, null))
            .toList());
  }

  private static ParkRide ride(int id) {
    return new ParkRide(0, id);
  }

  private void add(long offset, String key, String value) {
    add(offset, key, value.getBytes(UTF_8));
  }

  private void add(long offset, String key, byte[] value) {
    consumer.addRecord(record(SD, offset, key, value, HandClock.START));
  }

  private static ConsumerRecord<String, byte[]> record(
      TopicPartition partition, long offset, String key, byte[] value, long at) {
    return record(partition, offset, key, value, at, TimestampType.LOG_APPEND_TIME);
  }

  private static ConsumerRecord<String, byte[]> record(
      TopicPartition partition,
      long offset,
      String key,
      byte[] value,
      long at,
      TimestampType type) {
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset,
        at,
        type,
        0,
        0,
        key,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Rides.FILE));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
