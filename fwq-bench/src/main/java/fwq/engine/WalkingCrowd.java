package fwq.engine;

import fwq.bench.Pace;
import fwq.bench.Workbench;
import fwq.common.kafka.KafkaClients;
import fwq.common.session.SharedSecret;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Guests in park 0 who each take a step a second until this is closed. They know the park's secret,
 * and so need no registry: a thousand passwords take minutes to hash, which is not what is
 * measured.
 */
public final class WalkingCrowd implements AutoCloseable {
  private final AtomicBoolean enough = new AtomicBoolean();
  private final Thread walking;

  /** Lets so many in, spreads them over the park, and lets them walk. */
  public WalkingCrowd(KafkaClients kafka, SharedSecret secret, int guests) {
    Walk walk = new Walk(secret, guests);
    Workbench.write(kafka, walk.enter());
    Workbench.write(kafka, walk.steps((long) guests * Walk.SPREAD_STEPS));
    walking = Thread.ofPlatform().name("crowd").start(() -> walk(kafka, walk, guests));
  }

  private void walk(KafkaClients kafka, Walk walk, int guests) {
    Pace pace = new Pace(guests);
    try (KafkaProducer<String, byte[]> writer = kafka.producer(5)) {
      for (long step = 0; !enough.get(); step++) {
        pace.await(step);
        var _ = writer.send(walk.step());
      }
    }
  }

  @Override
  public void close() {
    enough.set(true);
    try {
      walking.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
