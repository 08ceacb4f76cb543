package fwq.waitingtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.RideTable;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.Keyring;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.SensorKey;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.kit.kafka.Skipped;
import fwq.kit.program.Metrics;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

/** Whose readings are shown. */
class SensorProofsTest {
  private static final long NOW = HandClock.START;
  private static final ParkRide RIDE = new ParkRide(0, 2);
  private static final TopicPartition SD = new TopicPartition("SD", 0);

  @TempDir private Path folder;
  private final HandClock clock = new HandClock();
  private final SensorKey key = Proofs.keyOf(RIDE);
  private long offset;
  private Rides rides;
  private LatestReadings.Counts counts;
  private LatestReadings readings;

  @BeforeEach
  void open() throws DatabaseException {
    rides = Rides.open(folder.resolve(Rides.FILE));
    rides.replace(Map.of(0, RideTable.DEFAULT));
  }

  @AfterEach
  void close() throws DatabaseException {
    rides.close();
  }

  private void start(boolean unsignedAreBelieved) throws DatabaseException {
    start(Proofs.of(rides, unsignedAreBelieved));
  }

  private void start(SensorProofs proofs) throws DatabaseException {
    Metrics metrics = Metrics.unserved();
    counts = LatestReadings.Counts.of(metrics, new Skipped("readings", clock, metrics));
    readings = new LatestReadings(rides, proofs, counts, clock, clock);
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    consumer.updateEndOffsets(Map.of(SD, offset));
    readings.assigned(consumer, List.of(SD));
  }

  @Test
  void onlyWhatItsSensorHasSignedIsShown() throws Exception {
    start(false);
    hear("[2,40]", null);
    assertEquals(OptionalInt.empty(), people());
    signed("[2,7]", NOW);
    hear("[2,41]", null);
    hear("[2,42]", new byte[40]);
    hear("[2,43]", new byte[0]);
    hear("[2,44]", Proofs.keyOf(new ParkRide(0, 1)).sign(0, NOW + 1, "[2,44]".getBytes(UTF_8)));
    hear("[2,45]", key.sign(0, NOW + 1, "[2,46]".getBytes(UTF_8)));
    assertEquals(OptionalInt.of(7), people());
    assertEquals(List.of(1L, 1L, 4L, 0L, 0L), refused());
    signed("[2,8]", NOW + 1);
    assertEquals(OptionalInt.of(8), people());
  }

  @Test
  void whatItSignedBeforeIsNeverShownAgainAfterARestartAsWell() throws Exception {
    start(false);
    signed("[2,7]", NOW);
    signed("[2,9]", NOW + 1);
    signed("[2,7]", NOW);
    signed("[2,9]", NOW + 1);
    assertEquals(OptionalInt.of(9), people());
    start(false);
    signed("[2,7]", NOW);
    signed("[2,10]", NOW + 2);
    assertEquals(OptionalInt.of(10), people());
    assertEquals(List.of(0L, 0L, 0L, 0L, 1L), refused());
  }

  @Test
  void rideThatWasHeardSignedIsHeardUnsignedOnceThatIsForgotten() throws Exception {
    start(true);
    hear("[2,5]", null);
    signed("[2,7]", NOW);
    hear("[2,40]", null);
    assertEquals(OptionalInt.of(7), people());
    start(true);
    hear("[2,41]", null);
    assertEquals(OptionalInt.of(7), people());
    assertEquals(true, rides.forgetSigned(RIDE));
    assertEquals(false, rides.forgetSigned(RIDE));
    start(true);
    hear("[2,42]", null);
    assertEquals(OptionalInt.of(42), people());
  }

  @Test
  void rideKeepsWhatItsSensorHasProvenWhenParksAreAdded() throws Exception {
    start(true);
    signed("[2,7]", NOW);
    rides.replace(Map.of(0, RideTable.DEFAULT, 1, RideTable.DEFAULT));
    assertEquals(Map.of(RIDE, NOW), rides.signedAt());
  }

  @Test
  void whatCouldNotBeStoredIsNoProof() throws Exception {
    start(false);
    byte[] value = "[2,7]".getBytes(UTF_8);
    rides.sql().change(() -> readings.apply(batch(value, key.sign(0, NOW, value))));
    // As if the transaction had been rolled back: the feed reads it again.
    signed("[2,7]", NOW);
    assertEquals(OptionalInt.of(7), people());
  }

  @Test
  void oldAndNewKeyAreRightWhileAKeyIsReplaced() throws Exception {
    ParkKeys keys = ParkKeys.in(folder);
    Instant now = Instant.ofEpochMilli(NOW);
    Keyring first = keys.load(KeyPurpose.SENSOR, now, new SecureRandom());
    Keyring[] ring = {first};
    start(new SensorProofs(rides, () -> ring[0], false));
    signed("[2,7]", NOW, sensor(first, 0));
    ring[0] = keys.rotate(KeyPurpose.SENSOR, now.plusSeconds(10), now, new SecureRandom());
    signed("[2,8]", NOW + 1, sensor(ring[0], 0));
    signed("[2,9]", NOW + 2, sensor(ring[0], 1));
    assertEquals(OptionalInt.of(9), people());
    ring[0] = ring[0].without(KeyPurpose.SENSOR.lives(), now.plusSeconds(86_411));
    signed("[2,10]", NOW + 3, sensor(first, 0));
    assertEquals(OptionalInt.of(9), people());
  }

  private static SensorKey sensor(Keyring ring, int number) {
    SharedSecret secret = ring.keys().get(number).secret();
    return new SensorKey(SensorKey.ofRide(secret, RIDE.park(), RIDE.ride()));
  }

  private OptionalInt people() {
    return readings.of(RIDE).map(it -> OptionalInt.of(it.people())).orElse(OptionalInt.empty());
  }

  /** By reason. */
  private List<Long> refused() {
    return List.of("unsigned", "unsigned_now", "forged", "clock", "repeated").stream()
        .map(why -> (long) counts.refused().labelValues(why).get())
        .toList();
  }

  private void signed(String text, long at) throws DatabaseException {
    signed(text, at, key);
  }

  private void signed(String text, long at, SensorKey with) throws DatabaseException {
    hear(text, with.sign(RIDE.park(), at, text.getBytes(UTF_8)));
  }

  private void hear(String text, byte[] signature) throws DatabaseException {
    rides.sql().change(() -> readings.apply(batch(text.getBytes(UTF_8), signature)));
    readings.applied();
  }

  private ConsumerRecords<String, byte[]> batch(byte[] value, byte[] signature) {
    RecordHeaders headers = new RecordHeaders();
    if (signature != null) {
      headers.add(SessionKey.HEADER, signature);
    }
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(
            SD.topic(),
            SD.partition(),
            offset++,
            NOW,
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            "2",
            value,
            headers,
            Optional.empty());
    return new ConsumerRecords<>(Map.of(SD, List.of(record)), Map.of());
  }
}
