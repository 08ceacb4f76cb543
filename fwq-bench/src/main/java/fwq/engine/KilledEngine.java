package fwq.engine;

import fwq.bench.Goal;
import fwq.bench.Pace;
import fwq.bench.Patience;
import fwq.bench.Probe;
import fwq.bench.Workbench;
import fwq.common.cli.JavaProgram;
import fwq.common.cli.Stop;
import fwq.common.kafka.KafkaClients;
import fwq.common.message.EngineMessage.MapFrame;
import fwq.common.session.SharedSecret;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Json;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.GroupState;

/**
 * An engine is killed while 1,000 guests move, each once a second, and another stands by: seconds
 * until a frame of the other shows the park, with everybody in it.
 */
public final class KilledEngine implements Probe {
  private static final int GUESTS = 1_000;
  private static final double SECONDS_GOAL = 3;
  private static final Duration QUESTION = Duration.ofSeconds(10);

  /** A probe. */
  public KilledEngine() {}

  @Override
  public String name() {
    return "takeover";
  }

  @Override
  public List<Value> look(Workbench bench) throws Exception {
    KafkaClients kafka = bench.kafka();
    Path data = bench.scratch().resolve("engines");
    SharedSecret secret = SharedSecret.loadOrCreate(data.resolve("secret"), new SecureRandom());
    Walk walk = new Walk(secret, GUESTS);
    Process owner = engine(bench, kafka, data);
    Process standby = null;
    try (KafkaConsumer<String, byte[]> frames = Walk.frames(kafka)) {
      await(frames, "the first engine", _ -> true);
      Workbench.write(kafka, walk.enter());
      MapFrame before = await(frames, "all guests", frame -> frame.map().inside() == GUESTS);
      Stop enough = new Stop();
      Thread load = Thread.ofPlatform().start(() -> move(kafka, walk, enough));
      try {
        standby = engine(bench, kafka, data);
        awaitTwo(kafka);
        long start = System.nanoTime();
        owner.destroyForcibly();
        MapFrame after =
            await(frames, "the second engine", frame -> frame.epoch() > before.epoch());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (after.map().inside() != GUESTS) {
          throw new IllegalStateException(
              GUESTS + " were inside, and now there are " + after.map().inside());
        }
        return List.of(
            new Value("killed engine to fresh map", "s", seconds, new Goal.AtMost(SECONDS_GOAL)));
      } finally {
        enough.request();
        load.join();
      }
    } finally {
      owner.destroyForcibly().waitFor();
      if (standby != null) {
        standby.destroyForcibly().waitFor();
      }
    }
  }

  private static Process engine(Workbench bench, KafkaClients kafka, Path data) throws Exception {
    return bench.start(
        JavaProgram.ENGINE,
        data,
        kafka.broker().host(),
        Integer.toString(kafka.broker().port()),
        Integer.toString(GUESTS),
        "127.0.0.1",
        Integer.toString(Workbench.freePort()));
  }

  /** Steps until that is enough. */
  private static void move(KafkaClients kafka, Walk walk, Stop enough) {
    Pace pace = new Pace(GUESTS);
    try (KafkaProducer<String, byte[]> guests = kafka.producer(5)) {
      for (long move = 0; !enough.requested(); move++) {
        pace.await(move);
        var _ = guests.send(walk.step());
      }
    }
  }

  /** Waits until both engines are members of their group, and it is at rest. */
  private static void awaitTwo(KafkaClients kafka) throws Exception {
    Patience patience = new Patience();
    try (Admin admin = kafka.admin(QUESTION)) {
      while (true) {
        var group =
            admin.describeConsumerGroups(List.of("fwq-engine")).all().get().get("fwq-engine");
        if (group.members().size() == 2 && group.groupState() == GroupState.STABLE) {
          return;
        }
        patience.check("the second engine does not stand by: " + group.groupState());
      }
    }
  }

  private static MapFrame await(
      KafkaConsumer<String, byte[]> frames, String what, Predicate<MapFrame> wanted)
      throws BadMessageException {
    Patience patience = new Patience();
    while (true) {
      for (ConsumerRecord<String, byte[]> record : frames.poll(Duration.ofMillis(20))) {
        if (record.key().equals("map")
            && Json.readEngineMessage(record.value()) instanceof MapFrame frame
            && wanted.test(frame)) {
          return frame;
        }
      }
      patience.check("there is no frame of " + what);
    }
  }
}
