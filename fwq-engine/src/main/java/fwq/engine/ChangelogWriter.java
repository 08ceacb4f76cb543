package fwq.engine;

import fwq.engine.changelog.Changes;
import fwq.engine.changelog.Ownership;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * ChangelogWriter on their way to the {@link ParkLog}, one of a park at a time. What is noted is
 * taken down at once; to write it takes longer than the time between two frames, so that is done
 * elsewhere while the park goes on. For the engine's thread.
 */
final class ChangelogWriter {
  /** The writer's own limits are shorter, together. */
  private static final Duration OUTCOME = Duration.ofSeconds(7);

  private final ParkLog log;
  private final Executor elsewhere;
  private final Map<Integer, UnderWay> underWay = new HashMap<>();

  private record UnderWay(CompletableFuture<Boolean> isNoted, ParkRoom room, Changes changes) {}

  /**
   * Has written nothing.
   *
   * @param elsewhere where it writes, so that the park goes on meanwhile
   */
  ChangelogWriter(ParkLog log, Executor elsewhere) {
    this.log = log;
    this.elsewhere = elsewhere;
  }

  /**
   * Begins to note what has changed in a park. The one before is no longer under way.
   *
   * @throws KafkaException as {@link #isNone} does, if the outcome is known already
   */
  void begin(int park, ParkRoom room, ConsumerGroupMetadata owner) {
    Ownership ownership = room.ownership();
    Changes changes = room.takeChanges();
    CompletableFuture<Boolean> isNoted =
        CompletableFuture.supplyAsync(() -> log.save(park, ownership, changes, owner), elsewhere);
    underWay.put(park, new UnderWay(isNoted, room, changes));
    boolean _ = isNone(park);
  }

  /**
   * Whether no note of a park is under way. What could not be noted is to be noted with the next:
   * nothing is lost, since the events are still on their log.
   *
   * @throws KafkaException when the park may be somebody else's by now, or nobody can know
   */
  boolean isNone(int park) {
    UnderWay note = underWay.get(park);
    if (note == null) {
      return true;
    }
    if (!note.isNoted.isDone()) {
      return false;
    }
    underWay.remove(park);
    if (!outcome(note)) {
      note.room.giveBack(note.changes);
    }
    return true;
  }

  /** Looks after all of them, as {@link #isNone} does. */
  void check() {
    if (!underWay.isEmpty()) {
      List.copyOf(underWay.keySet()).forEach(this::isNone);
    }
  }

  /** Waits until none of a park is under way; fails as {@link #isNone} does. */
  void await(int park) {
    UnderWay note = underWay.get(park);
    if (note != null) {
      var _ =
          note.isNoted
              .handle((_, _) -> true)
              .completeOnTimeout(false, OUTCOME.toMillis(), TimeUnit.MILLISECONDS)
              .join();
      if (!isNone(park)) {
        throw new TimeoutException("a note of park " + park + " is still under way");
      }
    }
  }

  /** Cares no more what becomes of it: the park is somebody else's. */
  void forget(int park) {
    underWay.remove(park);
  }

  private static boolean outcome(UnderWay note) {
    try {
      return note.isNoted.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException why -> throw why;
        case Error why -> throw why;
        case null, default -> throw e;
      }
    }
  }
}
