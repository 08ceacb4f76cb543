package fwq.journal.filing;

import fwq.common.talk.journal.Span;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an owner lacks of its partitions below where it began: others have it on their disks, and
 * Kafka still has it.
 */
public final class FillPlan {
  private final SortedMap<Integer, Long> starts = new TreeMap<>();

  /** Nothing is owned yet. */
  public FillPlan() {}

  /** From now on a partition is ours, and was begun at this offset. */
  public void own(int partition, long start) {
    starts.put(partition, start);
  }

  /** It is not ours any more. */
  public void disown(int partition) {
    starts.remove(partition);
  }

  /** None is. */
  public void disownAll() {
    starts.clear();
  }

  /**
   * What to read next.
   *
   * @param held what we have
   * @param begins the first offset that Kafka still has, by partition; one that is not there is not
   *     known yet
   */
  public Optional<Span> next(Offsets held, Map<Integer, Long> begins) {
    return starts.entrySet().stream()
        .filter(owned -> begins.containsKey(owned.getKey()))
        .flatMap(
            owned ->
                held.gaps(owned.getKey(), begins.get(owned.getKey()), owned.getValue()).stream())
        .findFirst();
  }
}
