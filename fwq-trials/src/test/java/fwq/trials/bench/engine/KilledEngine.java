package fwq.trials.bench.engine;

import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.KafkaClients;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Patience;
import fwq.trials.bench.Probe;
import fwq.trials.bench.Workbench;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.GroupState;

/**
 * An engine is killed while 1,000 guests move, each once a second, and another stands by: seconds
 * until a frame of the other shows the park, with everybody in it.
 */
public final class KilledEngine implements Probe {
  private static final int GUESTS = 1_000;
  private static final double SECONDS_GOAL = 3;
  private static final Duration QUESTION = Duration.ofSeconds(10);

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
    Process owner = bench.engine(kafka, data, GUESTS, 1);
    Process standby = null;
    try (KafkaConsumer<String, byte[]> frames = Walk.frames(kafka)) {
      await(frames, "the first engine", _ -> true);
      Workbench.write(kafka, walk.enter());
      MapFrame before = await(frames, "all guests", frame -> frame.map().inside() == GUESTS);
      try (var _ = new WalkingCrowd(kafka, List.of(walk), GUESTS)) {
        standby = bench.engine(kafka, data, GUESTS, 1);
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
      }
    } finally {
      owner.destroyForcibly().waitFor();
      if (standby != null) {
        standby.destroyForcibly().waitFor();
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
            && EngineCodec.read(record.value()) instanceof MapFrame frame
            && wanted.test(frame)) {
          return frame;
        }
      }
      patience.check("there is no frame of " + what);
    }
  }
}
