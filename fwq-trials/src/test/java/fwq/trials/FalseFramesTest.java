package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.VisitTopics;
import fwq.guest.ParkLink;
import fwq.guest.RegistryClient;
import fwq.guest.RegistryTrust;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who can write to a broker without rights draws no map, and sends nobody home. */
@Timeout(180)
final class FalseFramesTest {
  private static final long FORGED = Long.MAX_VALUE / 2;

  @TempDir private Path data;
  private final HostPort broker;
  private final HostPort registry;

  FalseFramesTest() throws Exception {
    broker = Programs.here(FreePort.find());
    registry = Programs.here(FreePort.find());
  }

  /** What a guest is shown. */
  private static final class Seen implements ParkLink.Listener {
    private final BlockingQueue<MapFrame> frames = new LinkedBlockingQueue<>();
    private final List<Answer> answers = new ArrayList<>();

    @Override
    public void frame(MapFrame frame) {
      frames.add(frame);
    }

    @Override
    public synchronized void answer(String alias, Answer answer) {
      answers.add(answer);
    }

    synchronized List<Answer> answers() {
      return List.copyOf(answers);
    }

    MapFrame await(Predicate<MapFrame> wanted) throws InterruptedException {
      long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
      while (System.nanoTime() < deadline) {
        MapFrame frame = frames.poll(1, TimeUnit.SECONDS);
        if (frame != null) {
          assertFalse(frame.epoch() == FORGED, "a forged frame is shown");
          if (wanted.test(frame)) {
            return frame;
          }
        }
      }
      throw new AssertionError("no such frame");
    }
  }

  @Test
  void forgedFramesAnswersAndAnEarlierOwnersWordsAreNotShownAndTheNextOwnersAre() throws Exception {
    try (Programs programs = new Programs()) {
      programs
          .start("broker", Integer.toString(broker.port()), "--data", data.toString())
          .awaitLine("broker listens", Programs.PATIENCE);
      programs
          .start("registry", Integer.toString(registry.port()), "--data", data.toString())
          .awaitLine("registry listens", Programs.PATIENCE);
      Running engine = engine(programs);
      KafkaClients kafka = new KafkaClients(broker, new Properties());
      Trust trust = Trust.Only.read(data.resolve("registry.crt"));
      RegistryTrust engines =
          new RegistryTrust(new RegistryClient(registry, trust), InstantSource.system()).learn();
      assertFalse(engines.now().keys().isEmpty());
      try (ParkLink link = ParkLink.open(kafka, engines, 0, new Stop()).orElseThrow();
          KafkaProducer<String, byte[]> liar = kafka.producer(0)) {
        Seen seen = new Seen();
        link.listen("ana", seen);
        MapFrame first = seen.await(_ -> true);
        lie(liar, "map", EngineCodec.write(new MapFrame(0, FORGED, 1, 0, 1, ParkMap.EMPTY)));
        lie(liar, "ana", EngineCodec.write(new ToGuest(FORGED, new Gone(1, Departure.ENDED))));
        MapFrame next = seen.await(frame -> frame.seq() > first.seq() + 1);
        assertEquals(first.epoch(), next.epoch());
        engine.kill();
        engine(programs);
        MapFrame later = seen.await(frame -> frame.epoch() > first.epoch());
        assertTrue(later.epoch() < FORGED);
        assertEquals(List.of(), seen.answers());
      }
    }
  }

  private Running engine(Programs programs) throws Exception {
    Running engine =
        programs.start(
            "engine",
            broker.host(),
            Integer.toString(broker.port()),
            "10",
            "127.0.0.1",
            Integer.toString(FreePort.find()),
            "--data",
            data.toString());
    engine.awaitLine("park 0 is ours", Programs.PATIENCE);
    return engine;
  }

  private static void lie(KafkaProducer<String, byte[]> liar, String key, byte[] value)
      throws Exception {
    liar.send(new ProducerRecord<>(VisitTopics.ENGINE.name(), 0, key, value)).get();
  }
}
