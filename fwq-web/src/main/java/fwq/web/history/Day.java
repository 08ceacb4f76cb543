package fwq.web.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A ride's day in a few numbers.
 *
 * @param firstOperating the minute since 1970 in which it ran first
 * @param lastClosed the minute in which it closed last, after that
 * @param waits of the minutes in which there was one; nothing when there was none
 */
public record Day(
    LocalDate date,
    OptionalLong firstOperating,
    OptionalLong lastClosed,
    int operatingMinutes,
    int downMinutes,
    int changes,
    Optional<Waits> waits) {
  private static final String OPERATING = "OPERATING";

  /** Waits of a day; percentiles are values that there were, the nearest in rank. */
  public record Waits(int min, int p50, int mean, int p90, int max) {
    static Optional<Waits> of(List<Integer> all) {
      if (all.isEmpty()) {
        return Optional.empty();
      }
      List<Integer> sorted = all.stream().sorted().toList();
      int mean = (int) Math.round(sorted.stream().mapToInt(it -> it).average().orElseThrow());
      return Optional.of(
          new Waits(sorted.getFirst(), rank(sorted, 50), mean, rank(sorted, 90), sorted.getLast()));
    }

    private static int rank(List<Integer> sorted, int percent) {
      return sorted.get(Math.max(0, Math.ceilDiv(percent * sorted.size(), 100) - 1));
    }
  }

  /** The minute in which a day begins. */
  public static long begin(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toEpochSecond() / 60;
  }

  /**
   * Sums a day up.
   *
   * @param minutes of that day, rising
   */
  public static Day of(LocalDate date, List<Minute> minutes) {
    List<Integer> waits = new ArrayList<>();
    OptionalLong first = OptionalLong.empty();
    OptionalLong closed = OptionalLong.empty();
    int operating = 0;
    int down = 0;
    int changes = 0;
    Optional<Minute> before = Optional.empty();
    for (Minute minute : minutes) {
      boolean runs = minute.status().equals(OPERATING);
      operating += runs ? 1 : 0;
      down += minute.status().equals("DOWN") ? 1 : 0;
      if (runs && first.isEmpty()) {
        first = OptionalLong.of(minute.minute());
      }
      boolean closes =
          minute.status().equals("CLOSED")
              && before.filter(it -> !it.status().equals("CLOSED")).isPresent();
      if (closes && first.isPresent()) {
        closed = OptionalLong.of(minute.minute());
      }
      OptionalInt wait = minute.waitMinutes();
      wait.ifPresent(waits::add);
      boolean same =
          before
              .filter(it -> it.status().equals(minute.status()) && it.waitMinutes().equals(wait))
              .isPresent();
      changes += same || before.isEmpty() ? 0 : 1;
      before = Optional.of(minute);
    }
    return new Day(date, first, closed, operating, down, changes, Waits.of(waits));
  }
}
