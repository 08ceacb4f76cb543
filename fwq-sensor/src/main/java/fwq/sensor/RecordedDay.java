package fwq.sensor;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The waits that a park posted during one day, by ride. The day is the date that most rows have; it
 * lasts from its first row to its last, of whatever ride.
 *
 * @param date which day
 * @param lengthMillis from the first row of that date to the last
 * @param posted by ride key: posted wait in minutes by milliseconds since the first row
 * @param skips rows that could not be used, or not as they stood
 */
record RecordedDay(
    LocalDate date,
    long lengthMillis,
    Map<String, NavigableMap<Long, Integer>> posted,
    Skips skips) {
  /** What a recorded day's file must begin with. */
  static final String HEADER = "at,ride,posted,actual";

  /** A longer wait than a day is no wait. */
  private static final int POSTED_MAX = 1_440;

  /**
   * Rows that were left out, and those that were put in place.
   *
   * @param otherDays rows of other dates
   * @param notPosted rows without a posted wait
   * @param unreadable lines that are no row
   * @param outOfOrder rows that stood after a later one; these are used
   */
  record Skips(int otherDays, int notPosted, int unreadable, int outOfOrder) {}

  private record Row(LocalDateTime at, String ride, Integer posted) {}

  /** One ride's posted waits; empty for a ride that has none. */
  NavigableMap<Long, Integer> posted(String ride) {
    return posted.getOrDefault(ride, Collections.emptyNavigableMap());
  }

  /**
   * Reads the lines of a file.
   *
   * @throws IllegalArgumentException with a sentence, when this is no recorded day at all
   */
  static RecordedDay parse(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
      throw new IllegalArgumentException("a recorded day begins with the line " + HEADER);
    }
    List<Row> rows = new ArrayList<>();
    int unreadable = 0;
    int outOfOrder = 0;
    LocalDateTime latest = LocalDateTime.MIN;
    for (String line : lines.subList(1, lines.size())) {
      if (line.isBlank()) {
        continue;
      }
      try {
        Row row = row(line);
        rows.add(row);
        if (row.at().isBefore(latest)) {
          outOfOrder++;
        } else {
          latest = row.at();
        }
      } catch (DateTimeParseException | NumberFormatException e) {
        unreadable++;
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "a recorded day has rows such as 2018-12-27T07:30:11,soarin,15, and none could be read");
    }
    return of(rows, unreadable, outOfOrder);
  }

  private static RecordedDay of(List<Row> rows, int unreadable, int outOfOrder) {
    LocalDate date = usualDate(rows);
    List<Row> ofDay = rows.stream().filter(row -> row.at().toLocalDate().equals(date)).toList();
    long first = ofDay.stream().mapToLong(RecordedDay::millis).min().orElseThrow();
    long last = ofDay.stream().mapToLong(RecordedDay::millis).max().orElseThrow();
    Map<String, NavigableMap<Long, Integer>> posted = new HashMap<>();
    int notPosted = 0;
    for (Row row : ofDay) {
      if (row.posted() == null) {
        notPosted++;
      } else {
        posted
            .computeIfAbsent(row.ride(), _ -> new TreeMap<>())
            .put(millis(row) - first, row.posted());
      }
    }
    return new RecordedDay(
        date,
        last - first,
        Map.copyOf(posted),
        new Skips(rows.size() - ofDay.size(), notPosted, unreadable, outOfOrder));
  }

  private static LocalDate usualDate(List<Row> rows) {
    Map<LocalDate, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(row.at().toLocalDate(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<LocalDate, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  private static Row row(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length != 4 || fields[1].isBlank()) {
      throw new NumberFormatException("4 fields expected, the second a ride's key");
    }
    String wait = fields[2].strip();
    Integer posted = wait.isEmpty() ? null : Integer.valueOf(wait);
    if (posted != null && (posted < 0 || posted > POSTED_MAX)) {
      throw new NumberFormatException("a posted wait is 0 to 1440 minutes");
    }
    return new Row(LocalDateTime.parse(fields[0].strip()), fields[1].strip(), posted);
  }

  /** Local times without zone: only their differences within the day are used. */
  private static long millis(Row row) {
    return row.at().toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
