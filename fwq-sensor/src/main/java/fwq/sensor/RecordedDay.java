package fwq.sensor;

import fwq.common.recorded.RecordedRow;
import fwq.common.recorded.RecordedRow.NotOfSign;
import fwq.common.recorded.RecordedRow.Sign;
import fwq.common.recorded.RecordedRow.Unknown;
import fwq.common.recorded.RecordedRow.Wait;
import fwq.common.recorded.RowReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The waits that a park posted during one day, by ride. The day is the date that most rows have; it
 * goes on after midnight until 4 in the morning, and lasts from its first row to its last, of
 * whatever ride.
 *
 * @param date which day
 * @param lengthMillis from the first row of that day to the last
 * @param posted by ride key: posted wait in minutes, or that it is not known from then on, by
 *     milliseconds since the first row
 * @param skips rows that could not be used, or not as they stood
 */
record RecordedDay(
    LocalDate date,
    long lengthMillis,
    Map<String, NavigableMap<Long, OptionalInt>> posted,
    Skips skips) {
  /** Rows before this hour belong to the day before. */
  private static final int DAY_BEGINS_AT_HOUR = 4;

  /**
   * Rows that were left out, and those that are not as they stood.
   *
   * @param otherDays rows of other days
   * @param notPosted rows that say nothing of the sign
   * @param unreadable lines that are no row, by reason
   * @param notWaits posted waits that are none and no usual word for that, by reason
   * @param unknown rows by which the wait is not known: the ride is silent until its next; the
   *     former included
   * @param outOfOrder rows that stood after a later one; these are used
   * @param replaced rows of a moment of which a later row of the ride tells, too; that counts
   * @param repeated rows of the hour that came twice, when clocks were put back; these are used
   */
  record Skips(
      int otherDays,
      int notPosted,
      SortedMap<String, Integer> unreadable,
      SortedMap<String, Integer> notWaits,
      int unknown,
      int outOfOrder,
      int replaced,
      int repeated) {

    /** All of it, for people, without what there is none of. */
    @Override
    public String toString() {
      List<String> parts = new ArrayList<>();
      add(parts, otherDays, "of other days left out");
      add(parts, notPosted, "without a posted wait left out");
      unreadable.forEach((why, rows) -> add(parts, rows, "unreadable left out, with " + why));
      notWaits.forEach((why, rows) -> add(parts, rows, "taken for closed, with " + why));
      add(parts, unknown, "by which the wait is not known, so that the ride is silent");
      add(parts, outOfOrder, "out of order put in place");
      add(parts, replaced, "replaced by a later one of the same moment");
      add(parts, repeated, "of the hour that came twice kept as the second");
      return parts.isEmpty() ? "nothing left out" : "rows " + String.join(", ", parts);
    }

    private static void add(List<String> parts, int rows, String what) {
      if (rows > 0) {
        parts.add(rows + " " + what);
      }
    }
  }

  /** One ride's posted waits; empty for a ride that has none. */
  NavigableMap<Long, OptionalInt> posted(String ride) {
    return posted.getOrDefault(ride, Collections.emptyNavigableMap());
  }

  /**
   * Reads the lines of a file.
   *
   * @throws IllegalArgumentException with a sentence, when this is no recorded day at all
   */
  static RecordedDay parse(List<String> lines) {
    RowReader reader = new RowReader(lines.isEmpty() ? "" : lines.getFirst());
    List<RecordedRow> rows = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      reader.read(lines.get(line)).ifPresent(rows::add);
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "a recorded day has rows such as 2018-12-27T07:30:11,soarin,15, and none could be read"
              + (reader.unusable().isEmpty() ? "" : ": " + reader.unusable().firstKey()));
    }
    LocalDate date = usualDate(rows);
    List<RecordedRow> ofDay = rows.stream().filter(row -> dayOf(row.at()).equals(date)).toList();
    return of(date, ofDay, rows.size() - ofDay.size(), reader);
  }

  private static RecordedDay of(
      LocalDate date, List<RecordedRow> rows, int otherDays, RowReader reader) {
    Timeline timeline = Timeline.of(rows);
    long first = timeline.millis().stream().mapToLong(it -> it).min().orElseThrow();
    long last = timeline.millis().stream().mapToLong(it -> it).max().orElseThrow();
    Map<String, NavigableMap<Long, OptionalInt>> posted = new HashMap<>();
    int notPosted = 0;
    int unknown = 0;
    int replaced = 0;
    int outOfOrder = 0;
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < rows.size(); i++) {
      long at = timeline.millis().get(i);
      outOfOrder += at < latest ? 1 : 0;
      latest = Math.max(latest, at);
      Sign sign = rows.get(i).sign();
      if (sign instanceof NotOfSign) {
        notPosted++;
        continue;
      }
      unknown += sign instanceof Unknown ? 1 : 0;
      OptionalInt before =
          posted
              .computeIfAbsent(rows.get(i).ride(), _ -> new TreeMap<>())
              .put(at - first, minutes(sign));
      replaced += before == null ? 0 : 1;
    }
    Skips skips =
        new Skips(
            otherDays,
            notPosted,
            reader.unusable(),
            reader.unknown(),
            unknown,
            outOfOrder,
            replaced,
            timeline.repeated());
    return new RecordedDay(date, last - first, Map.copyOf(posted), skips);
  }

  private static OptionalInt minutes(Sign sign) {
    return switch (sign) {
      case Wait(double minutes) -> OptionalInt.of((int) Math.round(minutes));
      case Unknown _, NotOfSign _ -> OptionalInt.empty();
    };
  }

  private static LocalDate usualDate(List<RecordedRow> rows) {
    Map<LocalDate, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(dayOf(row.at()), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<LocalDate, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  private static LocalDate dayOf(LocalDateTime at) {
    return at.minusHours(DAY_BEGINS_AT_HOUR).toLocalDate();
  }
}
