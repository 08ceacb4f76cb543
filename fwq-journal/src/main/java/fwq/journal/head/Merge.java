package fwq.journal.head;

import fwq.common.talk.journal.JournalRecord;
import fwq.common.talk.journal.LogPlace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts the next records of several sources in order. A source that may have more after its last
 * says so: nothing counts that lies beyond the earliest of these.
 */
final class Merge {
  private final SortedMap<LogPlace, JournalRecord> records = new TreeMap<>();
  private Optional<LogPlace> horizon = Optional.empty();

  /**
   * What one source has next.
   *
   * @param next how far it was looked, if there may be more
   */
  void add(List<JournalRecord> its, Optional<LogPlace> next) {
    its.forEach(it -> records.put(it.place(), it));
    horizon = Stream.concat(horizon.stream(), next.stream()).min(Comparator.naturalOrder());
  }

  /** All that count, in order. */
  List<JournalRecord> records() {
    return records.values().stream()
        .filter(it -> horizon.isEmpty() || it.place().compareTo(horizon.get()) <= 0)
        .toList();
  }

  /** Up to where; nothing when these are all. */
  Optional<LogPlace> next() {
    return horizon;
  }
}
