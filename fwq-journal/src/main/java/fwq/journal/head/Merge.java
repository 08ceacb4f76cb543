package fwq.journal.head;

import fwq.common.talk.journal.JournalRecord;
import fwq.common.talk.journal.LogPlace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts the next records of several sources in order. A source that gave some may have more after
 * its last: so nothing counts that lies beyond the earliest of these lasts.
 */
final class Merge {
  private final SortedMap<LogPlace, JournalRecord> records = new TreeMap<>();
  private Optional<LogPlace> horizon = Optional.empty();

  /** What one source has next, in order; none if it has no more. */
  void add(List<JournalRecord> its) {
    its.stream()
        .map(JournalRecord::place)
        .max(Comparator.naturalOrder())
        .ifPresent(
            last ->
                horizon = Optional.of(horizon.filter(it -> it.compareTo(last) < 0).orElse(last)));
    its.forEach(it -> records.put(it.place(), it));
  }

  /** All up to there. */
  List<JournalRecord> records() {
    return records.values().stream()
        .filter(it -> it.place().compareTo(horizon.orElseThrow()) <= 0)
        .toList();
  }
}
