package fwq.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fwq.common.park.RideState;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.Keyring;
import fwq.common.signing.KeyringFile;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.SensorKey;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.trials.programs.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in as a sensor, and has the key of none, moves no sign of a secured park. */
@Timeout(240)
final class FalseReadingsTest {
  /** Fewer than a ride takes in two hours, so that they would be believed at once. */
  private static final int FALSE = 239;

  /** Time enough for the server to see a new key, and for the sensors then to see theirs. */
  private static final Duration LEAD = Duration.ofSeconds(6);

  private static final TopicPartition SD = new TopicPartition(SensorTopics.SD.name(), 0);

  @TempDir private Path data;
  private final int port;

  FalseReadingsTest() throws IOException {
    port = FreePort.find();
  }

  @Test
  void unsignedForgedAndRepeatedReadingsChangeNothingWhileTheSensorsKeyIsReplaced()
      throws Exception {
    try (Programs programs = new Programs()) {
      open(programs);
      try (Frames frames = new Frames(kafka("admin"), 0);
          KafkaConsumer<String, byte[]> reader = kafka("admin").consumer();
          KafkaProducer<String, byte[]> sensor = kafka("sensor").producer(0)) {
        frames.await("all rides open", Programs.PATIENCE, FalseReadingsTest::areOpen);
        SharedSecret next = rotate();
        reader.assign(List.of(SD));
        reader.seekToBeginning(List.of(SD));
        ConsumerRecord<String, byte[]> early = await(reader, it -> signature(it) != null);
        byte[] value = "[0,%d]".formatted(FALSE).getBytes(UTF_8);
        sensor.send(record(value, List.of())).get();
        sensor.send(record(value, List.of(signed(value)))).get();
        awaitLog(frames, "readings refused so far");
        await(reader, it -> isSigned(it, next));
        sensor.send(record(early.value(), List.of(signature(early)))).get();
        awaitLog(frames, "3 readings refused so far");
        MapFrame frame =
            frames.await("all rides open", Programs.PATIENCE, FalseReadingsTest::areOpen);
        frame.map().rides().forEach(it -> assertNotEquals(FALSE, it.queue().orElseThrow()));
      }
    }
  }

  private static boolean areOpen(MapFrame frame) {
    return frame.map().rides().size() == 4
        && frame.map().rides().stream().allMatch(it -> it.state() == RideState.OPEN);
  }

  private void open(Programs programs) throws Exception {
    programs
        .start(
            "park",
            "--headless",
            "--secure",
            "--no-caches",
            "--crowd=0",
            "--carts=0",
            "--web-port=0",
            "--minute=200ms",
            "--broker-port=" + port,
            "--registry-port=" + FreePort.find(),
            "--wts-port=" + FreePort.find(),
            "--data=" + data)
        .awaitLine("park is open", Programs.PATIENCE);
  }

  private SharedSecret rotate() throws IOException {
    Instant now = Instant.now();
    Keyring all =
        ParkKeys.in(data).rotate(KeyPurpose.SENSOR, now.plus(LEAD), now, new SecureRandom());
    return all.keys().getLast().secret();
  }

  private static ConsumerRecord<String, byte[]> await(
      KafkaConsumer<String, byte[]> reader, Predicate<ConsumerRecord<String, byte[]>> wanted) {
    long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(200))) {
        if (wanted.test(record)) {
          return record;
        }
      }
    }
    throw new AssertionError("no sensor says so");
  }

  private static Header signature(ConsumerRecord<String, byte[]> record) {
    return record.headers().lastHeader(SessionKey.HEADER);
  }

  private static boolean isSigned(ConsumerRecord<String, byte[]> record, SharedSecret all) {
    SensorKey key = new SensorKey(SensorKey.ofRide(all, 0, Integer.parseInt(record.key())));
    return signature(record) != null && key.verify(0, record.value(), signature(record).value());
  }

  /** With the key of another ride's sensor. */
  private Header signed(byte[] value) throws IOException {
    Keyring anothers = new KeyringFile(data.resolve("sensors/0-1.key")).read();
    SensorKey key = new SensorKey(anothers.keys().getFirst().secret());
    return new RecordHeader(SessionKey.HEADER, key.sign(0, System.currentTimeMillis(), value));
  }

  private static ProducerRecord<String, byte[]> record(byte[] value, List<Header> headers) {
    return new ProducerRecord<>(SD.topic(), SD.partition(), "0", value, headers);
  }

  /** Looks at each frame. */
  private void awaitLog(Frames frames, String part) {
    Path log = data.resolve("logs/waiting-time-server.log");
    frames.await("the log's line " + part, Programs.PATIENCE, _ -> read(log).contains(part));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KafkaClients kafka(String user) {
    try {
      Path file = data.resolve("kafka").resolve(user + ".properties");
      return new KafkaClients(Programs.here(port), CommonOptions.kafkaProperties(file));
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }
}
