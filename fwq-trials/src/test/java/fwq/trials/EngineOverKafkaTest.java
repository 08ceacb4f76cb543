package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Position;
import fwq.common.programs.Topics;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine process and a real broker, spoken to record by record. */
class EngineOverKafkaTest {
  private static final long NOW = System.currentTimeMillis();

  @TempDir private Path data;
  private SharedSecret secret;
  private KafkaProducer<String, byte[]> guests;
  private KafkaConsumer<String, byte[]> answers;

  @Test
  void guestsAreAdmittedRefusedAndKeptOverAKill() throws Exception {
    secret = SharedSecret.loadOrCreate(data.resolve("secret"), new SecureRandom());
    try (TestKafka kafka = TestKafka.startOfficial(data.resolve("kafka"));
        Programs programs = new Programs();
        Frames frames = framesOf(kafka)) {
      Running engine = startEngine(programs, kafka);
      KafkaClients clients = new KafkaClients(kafka.address(), new Properties());
      guests = clients.producer(0);
      answers = clients.consumer();
      try (var _ = guests;
          var _ = answers) {
        TopicPartition park = new TopicPartition(VisitTopics.ENGINE.name(), 0);
        answers.assign(List.of(park));
        answers.seekToEnd(List.of(park));
        answers.position(park);

        Session ana = new Session("ana", NOW, NOW + 3_600_000);
        say(ana, new VisitorEvent.Enter(ana, NOW + 1), key(ana));
        assertEquals(new Admitted(NOW, Position.GATE), answerTo("ana"));

        Session bob = new Session("bob", NOW, NOW + 3_600_000);
        say(bob, new VisitorEvent.Enter(bob, NOW + 1), key(bob));
        assertEquals(new Refused(NOW, Refusal.FULL), answerTo("bob"));

        // Signed by someone else: changes nothing, and is not even answered.
        say(ana, new VisitorEvent.Move("ana", NOW + 2, Position.ofCell(1)), key(bob));
        say(ana, new VisitorEvent.Move("ana", NOW + 3, Position.ofCell(399)), key(ana));
        say(ana, new VisitorEvent.Move("ana", NOW + 4, Position.ofCell(200)), key(ana));
        assertEquals(Position.ofCell(399), ((Rejected) answerTo("ana")).position());

        MapFrame before = frames.await("ana inside", Programs.PATIENCE, EngineOverKafkaTest::full);
        assertEquals(Position.ofCell(399), before.map().visitors().getFirst().position());
        // Notes are taken once a second; what came after the last one is read again.
        engine.kill();
        frames.skipToNow();
        startEngine(programs, kafka);
        MapFrame after =
            frames.await(
                "ana still inside", Programs.PATIENCE, frame -> frame.epoch() > before.epoch());
        assertEquals(before.map().visitors(), after.map().visitors());
        say(ana, new VisitorEvent.Leave("ana", NOW + 5), key(ana));
        frames.await("nobody inside", Programs.PATIENCE, frame -> frame.map().inside() == 0);
      }
    }
  }

  private static Frames framesOf(TestKafka kafka) throws Failure, InterruptedException {
    new KafkaClients(kafka.address(), new Properties())
        .awaitTopics(new Stop(), 1, Topics.readAll());
    return new Frames(kafka.address());
  }

  private Running startEngine(Programs programs, TestKafka kafka) throws Exception {
    Running engine =
        programs.start(
            "engine",
            kafka.address().host(),
            Integer.toString(kafka.address().port()),
            "1",
            "127.0.0.1",
            Integer.toString(FreePort.find()),
            "--data",
            data.toString());
    engine.awaitLine("is ours", Programs.PATIENCE);
    return engine;
  }

  private SessionKey key(Session session) {
    return SessionKey.derive(secret, session);
  }

  private void say(Session session, VisitorEvent event, SessionKey key) throws Exception {
    byte[] value = EventCodec.write(event);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(VisitTopics.VISITOR.name(), 0, session.alias(), value);
    record.headers().add(SessionKey.HEADER, key.sign(0, value));
    guests.send(record).get();
  }

  private Answer answerTo(String alias) throws Exception {
    long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> record : answers.poll(Duration.ofMillis(200))) {
        if (record.key().equals(alias)) {
          return ((ToGuest) EngineCodec.read(record.value())).answer();
        }
      }
    }
    throw new AssertionError("no answer to " + alias);
  }

  private static boolean full(MapFrame frame) {
    return frame.map().inside() == 1
        && frame.map().visitors().getFirst().position().equals(Position.ofCell(399));
  }
}
