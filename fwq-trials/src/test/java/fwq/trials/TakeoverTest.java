package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.programs.Topics;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.program.Stop;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two engines and one park: whoever holds it is killed, frozen, or closed, and the other goes on
 * with everybody in place.
 */
@Timeout(900)
final class TakeoverTest {
  private static final long NOW = System.currentTimeMillis();
  private static final Session ANA = new Session("ana", NOW, NOW + 3_600_000);

  @TempDir private Path data;
  private TestKafka kafka;
  private Programs programs;
  private KafkaClients clients;
  private Frames frames;
  private KafkaProducer<String, byte[]> guest;
  private SessionKey key;
  private long at = NOW;

  @Test
  void otherEngineTakesOverFromOneThatIsKilledFrozenOrClosed() throws Exception {
    SharedSecret secret = SharedSecret.loadOrCreate(data.resolve("secret"), new SecureRandom());
    key = SessionKey.derive(secret, ANA);
    try (var broker = TestKafka.start(data.resolve("kafka"));
        var started = new Programs()) {
      kafka = broker;
      programs = started;
      clients = new KafkaClients(kafka.address(), new Properties());
      clients.awaitTopics(new Stop(), 1, Topics.readAll());
      try (var frozen = clients.transactionalProducer("fwq-park-0");
          var producer = clients.producer(0);
          var seen = new Frames(kafka.address())) {
        guest = producer;
        frames = seen;
        try (var pulse = Executors.newSingleThreadScheduledExecutor()) {
          takeTurns(frozen, pulse);
        }
      }
    }
  }

  private void takeTurns(KafkaProducer<String, byte[]> frozen, ScheduledExecutorService pulse)
      throws Exception {
    leaveNoteOpen(frozen);
    long start = System.nanoTime();
    Running first = engine();
    first.awaitLine("park 0 is ours with 0 guests inside", Programs.PATIENCE);
    progress("park was taken from an owner frozen in the middle of a note", start);
    assertThrows(
        ProducerFencedException.class,
        frozen::commitTransaction,
        "the note is undone, and cannot be finished when its writer wakes up");
    say(at -> new VisitorEvent.Enter(ANA, at));
    // However long an engine takes to start, ana is not silent for too long.
    var _ = pulse.scheduleAtFixedRate(this::sayHere, 1, 1, TimeUnit.SECONDS);
    Running second = engine();
    second.awaitLine("engine reads", Programs.PATIENCE);
    MapFrame before;
    try (var stranger = clients.transactionalProducer("a-stranger")) {
      // From here on nothing of the changelog is committed for who reads it.
      stranger.initTransactions();
      stranger.beginTransaction();
      stranger.send(new ProducerRecord<>(VisitTopics.PARK.name(), 0, "eve", new byte[1])).get();
      before = moved(1);
      first.kill();
      liveAgain("killed, beside a stranger's open transaction, an", before, 1);
      second.awaitLine("park 0 is ours with 1 guests inside", Programs.PATIENCE);
    }

    Running third = engine();
    third.awaitLine("engine reads", Programs.PATIENCE);
    before = moved(2);
    signal(second, "STOP");
    liveAgain("frozen", before, 2);
    third.awaitLine("park 0 is ours with 1 guests inside", Programs.PATIENCE);
    before = moved(3);
    signal(second, "CONT");
    // It may learn it from the group, or from its next note's being refused.
    second.awaitLine(
        Pattern.compile("park 0 is somebody else's by now|lets go of its parks"),
        Programs.PATIENCE);
    long epoch = before.epoch();
    before = moved(4);
    assertEquals(epoch, before.epoch(), "the one that woke up changes nothing");

    third.terminate();
    liveAgain("closed", before, 4);
    assertEquals(0, third.awaitExit(Programs.PATIENCE));
    assertEquals(5, moved(5).map().visitors().getFirst().position().cell());
  }

  /**
   * As an owner does that stops between what it writes and what makes it count: the broker would
   * undo it by itself only after 10 s.
   */
  private void leaveNoteOpen(KafkaProducer<String, byte[]> owner) throws Exception {
    owner.initTransactions();
    owner.beginTransaction();
    owner.send(new ProducerRecord<>(VisitTopics.PARK.name(), 0, "bob", new byte[0])).get();
    try (var member = clients.groupConsumer("fwq-engine", 6_000)) {
      member.subscribe(
          List.of(VisitTopics.VISITOR.name()),
          new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
              member.seekToBeginning(partitions);
            }
          });
      while (member.assignment().isEmpty()) {
        member.poll(Duration.ofMillis(100));
      }
      owner.sendOffsetsToTransaction(
          Map.of(new TopicPartition(VisitTopics.VISITOR.name(), 0), new OffsetAndMetadata(0)),
          member.groupMetadata());
    }
  }

  private static void progress(String what, long start) {
    Programs.progress(what + " after " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }

  private Running engine() throws Exception {
    return programs.start(
        "engine",
        kafka.address().host(),
        Integer.toString(kafka.address().port()),
        "10",
        "127.0.0.1",
        Integer.toString(FreePort.find()),
        "--data",
        data.toString());
  }

  private static void signal(Running running, String signal) throws Exception {
    String pid = Long.toString(running.handle().pid());
    assertEquals(0, new ProcessBuilder("kill", "-" + signal, pid).inheritIO().start().waitFor());
  }

  /** Ana steps there, and is seen there. */
  private MapFrame moved(int cell) throws Exception {
    say(at -> new VisitorEvent.Move("ana", at, Position.ofCell(cell)));
    return frames.await("ana at " + cell, Programs.PATIENCE, frame -> isAt(frame, cell));
  }

  /** A later owner shows ana where she was. */
  private MapFrame liveAgain(String what, MapFrame before, int cell) throws Exception {
    long start = System.nanoTime();
    MapFrame after =
        frames.await("a later owner", Programs.PATIENCE, frame -> frame.epoch() > before.epoch());
    progress(what + " engine's park was live again", start);
    assertTrue(isAt(after, cell), () -> "nobody is lost, nobody is doubled: " + after);
    return after;
  }

  private static boolean isAt(MapFrame frame, int cell) {
    return frame.map().inside() == 1 && frame.map().visitors().getFirst().position().cell() == cell;
  }

  private void sayHere() {
    try {
      say(at -> new VisitorEvent.Here("ana", at));
    } catch (ExecutionException e) {
      Programs.progress("ana could not be heard: " + e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** In order: the times of what she says rise. */
  private synchronized void say(LongFunction<VisitorEvent> what)
      throws ExecutionException, InterruptedException {
    VisitorEvent event = what.apply(++at);
    byte[] value = EventCodec.write(event);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(VisitTopics.VISITOR.name(), 0, event.alias(), value);
    record.headers().add(SessionKey.HEADER, key.sign(0, value));
    guest.send(record).get();
  }
}
