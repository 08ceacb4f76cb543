package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.broker.EmbeddedBroker;
import fwq.common.park.Position;
import fwq.common.programs.Topics;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.program.Stop;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power of the broker's machine goes, and with it the end of its logs, which engine and waiting
 * time server have read already.
 */
@Timeout(900)
final class PowerCutTest {
  private static final long NOW = System.currentTimeMillis();
  private static final Session ANA = new Session("ana", NOW, NOW + 3_600_000);

  /** No guest can say more than 20 things at once; the rest only says that time passes. */
  private static final int WALKED = 10;

  private static final int STEPS = 40;

  @TempDir private Path data;
  private HostPort address;
  private HostPort waits;
  private SessionKey key;
  private long at = NOW;

  @Test
  void nothingOldIsPlayedOverTheLivePark() throws Exception {
    address = Programs.here(FreePort.find());
    waits = Programs.here(FreePort.find());
    key =
        SessionKey.derive(
            SharedSecret.loadOrCreate(data.resolve("secret"), new SecureRandom()), ANA);
    Path logs = data.resolve("kafka");
    try (Programs programs = new Programs();
        EmbeddedBroker _ = EmbeddedBroker.start(logs, address)) {
      visit(programs);
      programs.kill();
    }
    loseTheEnd(logs.resolve("Visitor-0"));
    loseTheEnd(logs.resolve("SD-0"));
    Files.deleteIfExists(logs.resolve(".kafka_cleanshutdown"));
    try (Programs programs = new Programs();
        EmbeddedBroker _ = EmbeddedBroker.start(logs, address)) {
      goOn(programs);
    }
  }

  /** Ana walks, and stands where she is noted; a sensor counts. */
  private void visit(Programs programs) throws Exception {
    KafkaClients clients = new KafkaClients(address, new Properties());
    clients.awaitTopics(new Stop(), 1, Topics.readAll());
    Running engine = engine(programs);
    Running server = waitingTimeServer(programs);
    engine.awaitLine("park 0 is ours", Programs.PATIENCE);
    server.awaitLine("waiting time server listens", Programs.PATIENCE);
    try (var guest = clients.producer(0);
        Frames frames = new Frames(address)) {
      say(guest, new VisitorEvent.Enter(ANA, ++at));
      for (int step = 1; step <= STEPS; step++) {
        if (step <= WALKED) {
          say(guest, new VisitorEvent.Move("ana", ++at, Position.ofCell(step % 2)));
        } else {
          guest.send(new ProducerRecord<>(VisitTopics.VISITOR.name(), 0, null, null)).get();
        }
        count(guest, step);
      }
      say(guest, new VisitorEvent.Move("ana", ++at, Position.ofCell(1)));
      MapFrame last =
          frames.await("ana at 1", Programs.PATIENCE, frame -> frame.offset() >= STEPS + 2);
      assertEquals(1, last.map().visitors().getFirst().position().cell());
    }
    try (var reader = new Noted(clients)) {
      reader.awaitOffset(STEPS + 2);
    }
  }

  /** The engine still has ana where she was, plays nothing again, and hears what is new. */
  private void goOn(Programs programs) throws Exception {
    KafkaClients clients = new KafkaClients(address, new Properties());
    Running engine = engine(programs);
    Running server = waitingTimeServer(programs);
    try (var guest = clients.producer(0);
        Frames frames = new Frames(address)) {
      engine.awaitLine("but its log ends at", Programs.PATIENCE);
      engine.awaitLine("park 0 is ours with 1 guests inside", Programs.PATIENCE);
      say(guest, new VisitorEvent.Move("ana", ++at, Position.ofCell(2)));
      MapFrame frame =
          frames.await(
              "ana at 2", Programs.PATIENCE, it -> it.map().inside() == 1 && cell(it) != 1);
      assertEquals(2, cell(frame), "no step of hers from before is played again");
      assertTrue(frame.offset() < STEPS, "it goes on in the log that is there");
      count(guest, 7);
      server.awaitLine("but its log ends at", Programs.PATIENCE);
    }
  }

  private static int cell(MapFrame frame) {
    return frame.map().visitors().getFirst().position().cell();
  }

  private void say(KafkaProducer<String, byte[]> guest, VisitorEvent event) throws Exception {
    byte[] value = EventCodec.write(event);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(VisitTopics.VISITOR.name(), 0, event.alias(), value);
    record.headers().add(SessionKey.HEADER, key.sign(0, value));
    guest.send(record).get();
  }

  private static void count(KafkaProducer<String, byte[]> sensor, int people) throws Exception {
    byte[] reading = ("[0," + people + "]").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    sensor.send(new ProducerRecord<>(SensorTopics.SD.name(), 0, "0", reading)).get();
  }

  private Running engine(Programs programs) throws Exception {
    return programs.start(
        "engine",
        address.host(),
        Integer.toString(address.port()),
        "10",
        waits.host(),
        Integer.toString(waits.port()),
        "--data",
        data.toString());
  }

  private Running waitingTimeServer(Programs programs) throws Exception {
    return programs.start(
        "waitingtimeserver",
        Integer.toString(waits.port()),
        address.host(),
        Integer.toString(address.port()),
        "--unsigned-sensors",
        "--data",
        data.toString());
  }

  /** As if the second half had not been on the disk yet. */
  private static void loseTheEnd(Path partition) throws Exception {
    try (RandomAccessFile segment =
        new RandomAccessFile(partition.resolve("00000000000000000000.log").toFile(), "rw")) {
      assertTrue(segment.length() > 1_000, () -> partition + " has records");
      segment.setLength(segment.length() / 2);
    }
  }
}
