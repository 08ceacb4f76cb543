package fwq.sensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.RideTable;
import fwq.common.recorded.RowReader;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SensorTest {
  private static final long NOW = HandClock.START;

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

  @Test
  void readingIsRideAndPeopleWithTheRideAsKey() {
    Sensor sensor = sensor(new RandomCounts(new SplittableRandom(1)), () -> true);
    sensor.turn(NOW);

    ProducerRecord<String, byte[]> record = producer.history().getFirst();
    assertEquals("SD", record.topic());
    assertEquals("7", record.key());
    assertTrue(value(record).matches("\\[7,\\d+]"), value(record));
  }

  @Test
  void readingGoesToThePartitionOfItsParkAndNamesTheParkUnlessItIsTheFirst() {
    new Sensor(
            readings(3),
            new RandomCounts(new SplittableRandom(1)),
            producer,
            () -> true,
            Metrics.unserved().counter("fwq_readings_sent_total", "Sent."),
            new HandClock(),
            new SplittableRandom(1))
        .turn(NOW);
    sensor(new RandomCounts(new SplittableRandom(1)), () -> true).turn(NOW);

    assertEquals(
        List.of(3, 0), producer.history().stream().map(ProducerRecord::partition).toList());
    assertEquals(List.of("7", "7"), producer.history().stream().map(ProducerRecord::key).toList());
    assertTrue(values().getFirst().matches("\\[7,\\d+,3]"), values().getFirst());
  }

  @Test
  void readingIsTheSameInAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      sensor(new RandomCounts(new SplittableRandom(1)), () -> true).turn(NOW);
    } finally {
      Locale.setDefault(before);
    }

    assertTrue(value(producer.history().getFirst()).matches("\\[7,[0-9]+]"));
    assertEquals("7", producer.history().getFirst().key());
  }

  @Test
  void turnsAreOneToThreeSecondsApart() {
    Sensor sensor = sensor(new RandomCounts(new SplittableRandom(1)), () -> true);
    long shortest = Long.MAX_VALUE;
    long longest = 0;
    for (int turn = 0; turn < 10_000; turn++) {
      long pause = sensor.turn(NOW) - NOW;
      shortest = Math.min(shortest, pause);
      longest = Math.max(longest, pause);
    }

    assertEquals(1_000, shortest);
    assertEquals(3_000, longest);
  }

  @Test
  void sensorThatKnowsNothingSaysNothingAndHasNoTurn() {
    Sensor sensor = sensor(new CounterInput(), () -> true);

    assertEquals(Long.MAX_VALUE, sensor.turn(NOW));
    assertEquals(List.of(), producer.history());
  }

  @Test
  void changeIsNotKeptBackForATurn() {
    RecordedDay day =
        RecordedDay.parse(
            List.of(
                RowReader.HEADER,
                "2018-12-27T08:00:00,soarin,15,",
                "2018-12-27T08:10:00,soarin,20,"));
    Sensor sensor = sensor(new Replay(day, "soarin", 10, 20, NOW, 600), () -> true);

    assertEquals(NOW + 1_000, sensor.turn(NOW));
    sensor.turn(NOW + 1_000);
    assertEquals(List.of("[7,30]", "[7,40]"), values());
  }

  @Test
  void readingsAreDroppedWhileTheBrokerIsAwayAndGoOnWhenItIsBack() {
    boolean[] there = {false};
    Sensor sensor = sensor(new RandomCounts(new SplittableRandom(1)), () -> there[0]);
    sensor.turn(NOW);
    assertEquals(List.of(), producer.history());
    there[0] = true;
    sensor.turn(NOW + 1_000);

    assertEquals(1, producer.history().size());
  }

  @Test
  void readingThatIsNotTakenDoesNotStopTheSensor() {
    Sensor sensor = sensor(new RandomCounts(new SplittableRandom(1)), () -> true);
    producer.sendException = new TimeoutException("no place in the buffer");
    assertTrue(failsToSend(sensor));
    producer.sendException = new TopicAuthorizationException("SD");
    assertTrue(failsToSend(sensor));
    producer.sendException = null;
    sensor.turn(NOW);

    assertEquals(1, producer.history().size());
  }

  @Test
  void runningSensorSaysWhatTheCounterWritesAtOnceAndEndsWhenAsked() throws Exception {
    Stop stop = new Stop();
    CounterInput counter = new CounterInput();
    Sensor sensor = sensor(counter, () -> true, Clock.systemUTC());
    CompletableFuture<Void> running =
        CompletableFuture.runAsync(
            () -> {
              try {
                sensor.run(stop);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    counter.read(
        new StringReader("1\n2\n3\n"),
        new Skipped("lines", Clock.systemUTC(), Metrics.unserved()),
        sensor::arrived);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> await(() -> values().size() >= 3));
    stop.request();

    running.get(10, TimeUnit.SECONDS);
    // The last may have been said again when its turn came.
    assertEquals(List.of("[7,1]", "[7,2]", "[7,3]"), values().stream().distinct().toList());
  }

  @Test
  void simulatedRideSpeaksAtItsFirstTurn() {
    SimulatedQueue queue =
        new SimulatedQueue(
            RideTable.DEFAULT.getFirst().cycleMinutes(),
            RideTable.DEFAULT.getFirst().capacity(),
            new SplittableRandom(1));
    sensor(new Simulation(queue, Duration.ofSeconds(1), NOW), () -> true).turn(NOW);

    assertEquals(List.of("[7," + queue.people() + "]"), values());
  }

  private boolean failsToSend(Sensor sensor) {
    long next = sensor.turn(NOW);
    return producer.history().isEmpty() && next > NOW;
  }

  private Sensor sensor(Counts counts, BooleanSupplier brokerIsThere) {
    return sensor(counts, brokerIsThere, new HandClock());
  }

  private Sensor sensor(Counts counts, BooleanSupplier brokerIsThere, InstantSource clock) {
    return new Sensor(
        readings(0),
        counts,
        producer,
        brokerIsThere,
        Metrics.unserved().counter("fwq_readings_sent_total", "Sent."),
        clock,
        new SplittableRandom(1));
  }

  private static Readings readings(int park) {
    return new Readings(park, 7, Optional.empty(), new HandClock());
  }

  private List<String> values() {
    return producer.history().stream().map(SensorTest::value).toList();
  }

  private static String value(ProducerRecord<String, byte[]> record) {
    return new String(record.value(), UTF_8);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
