package fwq.waitingtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.RideTable;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestReadingsTest {
  private static final ParkRide RIDE = new ParkRide(0, 2);

  @TempDir private Path folder;
  private final HandClock clock = new HandClock();
  private final Map<Integer, Long> offsets = new HashMap<>();
  private Rides rides;
  private LatestReadings.Counts counts;
  private LatestReadings readings;

  @BeforeEach
  void open() throws DatabaseException {
    rides = Rides.open(folder.resolve(Rides.FILE));
    rides.replace(Map.of(0, RideTable.DEFAULT));
    Metrics metrics = Metrics.unserved();
    counts = LatestReadings.Counts.of(metrics, new Skipped("readings", clock, metrics));
    readings = new LatestReadings(rides, Proofs.unsigned(rides), counts, clock, clock);
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    List<TopicPartition> partitions = List.of(partition(0), partition(1));
    consumer.updateEndOffsets(Map.of(partition(0), 0L, partition(1), 0L));
    readings.assigned(consumer, partitions);
  }

  @AfterEach
  void close() throws DatabaseException {
    rides.close();
  }

  @Test
  void readingThatNoLineCouldMakeIsNeitherShownNorStoredUntilTheNextSaysSoToo() throws Exception {
    hear(0, 0, "[2,9]");
    hear(0, 0, "[2,100000]");
    assertEquals(9, shown());
    assertEquals(1, counts.keptBack().get());
    hear(0, 0, "[2,99990]");
    assertEquals(99_990, shown());
    assertEquals(1, counts.keptBack().get());
  }

  @Test
  void readingOfAnotherPartitionThatTheBrokerHadEarlierChangesNothing() throws Exception {
    hear(0, 0, "[2,7]");
    hear(1, -1, "[2,40]");
    assertEquals(7, shown());
    hear(1, 1, "[2,41]");
    assertEquals(41, shown());
  }

  /** What is shown is what is stored. */
  private int shown() throws DatabaseException {
    assertEquals(readings.byRide(), rides.readings());
    return readings.of(RIDE).orElseThrow().people();
  }

  private void hear(int partition, long after, String value) throws DatabaseException {
    long offset = offsets.merge(partition, 1L, Long::sum) - 1;
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(
            "SD",
            partition,
            offset,
            HandClock.START + after,
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            "2",
            value.getBytes(UTF_8),
            new RecordHeaders(),
            Optional.empty());
    rides
        .sql()
        .change(
            () ->
                readings.apply(
                    new ConsumerRecords<>(
                        Map.of(partition(partition), List.of(record)), Map.of())));
    readings.applied();
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition("SD", number);
  }
}
