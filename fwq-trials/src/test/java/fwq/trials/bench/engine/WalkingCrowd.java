package fwq.trials.bench.engine;

import fwq.common.signing.SharedSecret;
import fwq.kit.kafka.KafkaClients;
import fwq.trials.bench.Pace;
import fwq.trials.bench.Workbench;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Guests who each take a step a second until this is closed. They know the parks' secret, and so
 * need no registry: a thousand passwords take minutes to hash, which is not what is measured.
 */
public final class WalkingCrowd implements AutoCloseable {
  private final AtomicBoolean enough = new AtomicBoolean();
  private final Pace pace;
  private final Thread walking;
  private volatile long steps;

  /**
   * Lets those walk who are inside already.
   *
   * @param walks one for each park, which take turns
   * @param guests in all parks together
   */
  WalkingCrowd(KafkaClients kafka, List<Walk> walks, int guests) {
    pace = new Pace(guests);
    walking = Thread.ofPlatform().name("crowd").start(() -> walk(kafka, walks));
  }

  /** Lets so many into park 0, spreads them over it, and lets them walk. */
  public static WalkingCrowd enter(KafkaClients kafka, SharedSecret secret, int guests) {
    Walk walk = new Walk(secret, guests);
    Workbench.write(kafka, walk.enter());
    Workbench.write(kafka, walk.steps((long) guests * Walk.SPREAD_STEPS));
    return new WalkingCrowd(kafka, List.of(walk), guests);
  }

  private void walk(KafkaClients kafka, List<Walk> walks) {
    try (KafkaProducer<String, byte[]> guests = kafka.producer(5)) {
      for (long step = 0; !enough.get(); step++) {
        pace.await(step);
        var _ = guests.send(walks.get((int) (step % walks.size())).step());
        steps = step + 1;
      }
    }
  }

  /** All steps so far. */
  long steps() {
    return steps;
  }

  /** How late the next step is: a lot when the crowd itself is what this machine cannot do. */
  long lateMillis() {
    return Math.max(0, System.nanoTime() - pace.due(steps)) / 1_000_000;
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
