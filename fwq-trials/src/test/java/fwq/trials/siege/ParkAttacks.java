package fwq.trials.siege;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.sensor.SensorTopics;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.trials.Frames;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Attacks on an open park by somebody who may write to its broker. Each is held where afterwards
 * all guests are inside, the picture has everything in it that was said, and no ride has a wait
 * that nobody could have.
 */
final class ParkAttacks implements AutoCloseable {
  private static final int CROWD = 20;
  private static final int FLOOD = 50_000;
  private static final int BOMB_BYTES = 64 << 20;
  private static final int SMALL_BYTES = 1_000;
  private static final int WAIT_MINUTES_MAX = 600;
  private static final Duration SHOWN = Duration.ofSeconds(7);
  private static final Duration ALIVE = Duration.ofSeconds(30);

  private final PrintWriter out;
  private final HostPort broker = Programs.here(FreePort.find());
  private final Running park;
  private final Frames frames;
  private final KafkaConsumer<String, byte[]> ears;

  /** Opens the park. */
  ParkAttacks(Programs programs, Path data, PrintWriter out) throws Exception {
    this.out = out;
    park =
        programs.start(
            "park",
            "--headless",
            "--no-caches",
            "--crowd",
            Integer.toString(CROWD),
            "--data",
            data.resolve("park").toString(),
            "--broker-port",
            Integer.toString(broker.port()),
            "--registry-port",
            Integer.toString(FreePort.find()),
            "--wts-port",
            Integer.toString(FreePort.find()),
            "--web-port",
            "0",
            "--carts",
            "0");
    park.awaitLine("park is open", Programs.PATIENCE);
    frames = new Frames(broker);
    ears = new KafkaClients(broker, new Properties()).consumer();
  }

  /** Tries all of them. */
  void run() throws Exception {
    frames.await("everybody inside", Programs.PATIENCE, ParkAttacks::isWell);
    say("bomb, one record of 64 MB", this::bomb);
    say("bomb, a batch of many", this::bombOfMany);
    say("open transaction", this::openTransaction);
    say("unsigned flood, 50,000", this::unsignedFlood);
    say("absurd readings", this::absurdReadings);
  }

  /** Somebody who writes what they like, and says how it is packed. */
  private interface Attack {
    void run(KafkaProducer<String, byte[]> stranger) throws Exception;
  }

  private void say(String name, Attack attack) throws Exception {
    long begun = System.nanoTime();
    long answers = end(VisitTopics.ENGINE.name());
    boolean held;
    try (KafkaProducer<String, byte[]> stranger = stranger()) {
      attack.run(stranger);
      long all = end(VisitTopics.VISITOR.name());
      frames.skipToNow();
      frames.await("all that was said", ALIVE, it -> it.offset() >= all && isWell(it));
      held = park.handle().isAlive();
    } catch (AssertionError e) {
      held = false;
    }
    out.println(
        "%-32s %s (%.1f s, %,d words of the engine)"
            .formatted(
                name,
                held ? "held" : "NOT HELD",
                (System.nanoTime() - begun) / 1e9,
                end(VisitTopics.ENGINE.name()) - answers));
    out.flush();
  }

  private static boolean isWell(MapFrame frame) {
    return frame.map().inside() == CROWD
        && frame.map().rides().stream()
            .allMatch(ride -> ride.waitMinutes().orElse(0) < WAIT_MINUTES_MAX);
  }

  /** The broker may well refuse it: that is one way to hold. */
  private void bomb(KafkaProducer<String, byte[]> stranger) {
    for (String topic : List.of(VisitTopics.VISITOR.name(), SensorTopics.SD.name())) {
      var _ = stranger.send(new ProducerRecord<>(topic, 0, "0", new byte[BOMB_BYTES]));
    }
    stranger.flush();
  }

  private void bombOfMany(KafkaProducer<String, byte[]> stranger) {
    for (int i = 0; i < BOMB_BYTES / SMALL_BYTES; i++) {
      var _ =
          stranger.send(
              new ProducerRecord<>(VisitTopics.VISITOR.name(), 0, "0", new byte[SMALL_BYTES]));
    }
    stranger.flush();
  }

  /** It stays open for 10 s: nobody aborts it. */
  private void openTransaction(KafkaProducer<String, byte[]> stranger) {
    KafkaProducer<String, byte[]> open =
        new KafkaClients(broker, packed()).transactionalProducer("stranger");
    open.initTransactions();
    open.beginTransaction();
    for (String topic : List.of("Visitor", "Engine", "SD")) {
      var _ = open.send(new ProducerRecord<>(topic, 0, "0", "[0, 5]".getBytes(UTF_8)));
    }
    open.flush();
    open.close(Duration.ZERO);
  }

  private void unsignedFlood(KafkaProducer<String, byte[]> stranger) {
    long now = System.currentTimeMillis();
    for (int i = 0; i < FLOOD / 2; i++) {
      String alias = "nobody" + i % 1_000;
      say(stranger, new VisitorEvent.Enter(new Session(alias, now, now + 60_000), now + i));
      say(stranger, new VisitorEvent.Move(alias, now + i, Position.GATE));
    }
    stranger.flush();
  }

  private static void say(KafkaProducer<String, byte[]> stranger, VisitorEvent event) {
    var _ =
        stranger.send(
            new ProducerRecord<>(
                VisitTopics.VISITOR.name(), 0, event.alias(), EventCodec.write(event)));
  }

  /** Sensors of a park without users do not sign: what nobody could count is not believed. */
  private void absurdReadings(KafkaProducer<String, byte[]> stranger) throws Exception {
    for (int ride = 0; ride < 4; ride++) {
      byte[] value = "[%d,100000]".formatted(ride).getBytes(UTF_8);
      var _ =
          stranger
              .send(new ProducerRecord<>(SensorTopics.SD.name(), Integer.toString(ride), value))
              .get();
    }
    frames.skipToNow();
    // In this time an engine asks for waits twice.
    for (long end = System.nanoTime() + SHOWN.toNanos(); System.nanoTime() < end; ) {
      MapFrame frame = frames.await("the next", ALIVE, _ -> true);
      assertTrue(isWell(frame), "shown on everybody's map: " + frame);
    }
  }

  private long end(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    return ears.endOffsets(List.of(partition)).get(partition);
  }

  private KafkaProducer<String, byte[]> stranger() {
    return new KafkaClients(broker, packed()).producer(50);
  }

  private static Properties packed() {
    Properties more = new Properties();
    more.put("compression.type", "zstd");
    more.put("max.request.size", Integer.toString(2 * BOMB_BYTES));
    more.put("buffer.memory", Integer.toString(4 * BOMB_BYTES));
    more.put("enable.metrics.push", "false");
    return more;
  }

  @Override
  public void close() {
    frames.close();
    ears.close();
    park.terminate();
  }
}
