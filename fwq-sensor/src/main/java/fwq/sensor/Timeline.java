package fwq.sensor;

import fwq.common.recorded.RecordedRow;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When rows were, so that they can be told apart: by their offsets from UTC where all have one, or
 * else by the park's clock, whose night of 25 hours shows by times that come again, and whose night
 * of 23 by an hour in which nothing was, between rows that stand close to both its ends.
 *
 * @param millis of each row, from a moment that is the same for all
 * @param repeated rows that stand in the second of two hours of one name
 */
record Timeline(List<Long> millis, int repeated) {
  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

  /** A park that tells of some ride this often does not fall silent for just an hour. */
  private static final Duration DENSE = Duration.ofMinutes(15);

  /** Clocks are put back before it is this late. */
  private static final int PUT_BACK_BEFORE_HOUR = 4;

  /** Of rows in their file's order. */
  static Timeline of(List<RecordedRow> rows) {
    if (rows.stream().allMatch(row -> row.offset().isPresent())) {
      return new Timeline(
          rows.stream()
              .map(row -> row.at().toInstant(row.offset().orElseThrow()).toEpochMilli())
              .toList(),
          0);
    }
    Optional<LocalDateTime> twice = hourThatCameTwice(rows);
    Optional<LocalDateTime> never = twice.isPresent() ? Optional.empty() : hourThatNeverCame(rows);
    List<Long> millis = new ArrayList<>();
    Map<String, LocalDateTime> latest = new HashMap<>();
    Set<String> inSecond = new HashSet<>();
    int repeated = 0;
    for (RecordedRow row : rows) {
      LocalDateTime at = row.at();
      boolean isLater = twice.isPresent() && !at.isBefore(twice.get().plusHours(1));
      boolean isIn = twice.isPresent() && !isLater && !at.isBefore(twice.get());
      if (isIn) {
        LocalDateTime before = latest.put(row.ride(), at);
        if (before != null && at.isBefore(before)) {
          inSecond.add(row.ride());
        }
      }
      boolean isSecond = isIn && inSecond.contains(row.ride());
      repeated += isSecond ? 1 : 0;
      boolean isAfterGap = never.isPresent() && at.isAfter(never.get());
      millis.add(
          at.toInstant(ZoneOffset.UTC).toEpochMilli()
              + (isLater || isSecond ? HOUR_MILLIS : 0)
              - (isAfterGap ? HOUR_MILLIS : 0));
    }
    return new Timeline(millis, repeated);
  }

  /** The hour of the night in which a ride's times go back to one that it had before. */
  private static Optional<LocalDateTime> hourThatCameTwice(List<RecordedRow> rows) {
    Map<String, LocalDateTime> last = new HashMap<>();
    Map<String, Set<LocalDateTime>> seen = new HashMap<>();
    for (RecordedRow row : rows) {
      LocalDateTime at = row.at();
      LocalDateTime before = last.put(row.ride(), at);
      boolean isAgain = !seen.computeIfAbsent(row.ride(), _ -> new HashSet<>()).add(at);
      if (isAgain
          && at.getHour() < PUT_BACK_BEFORE_HOUR
          && before.isAfter(at)
          && hour(before).equals(hour(at))) {
        return Optional.of(hour(at));
      }
    }
    return Optional.empty();
  }

  /** The whole hour of the night without any row, though before and after it rows are dense. */
  private static Optional<LocalDateTime> hourThatNeverCame(List<RecordedRow> rows) {
    List<LocalDateTime> times = rows.stream().map(RecordedRow::at).distinct().sorted().toList();
    for (int i = 1; i + 1 < times.size(); i++) {
      LocalDateTime before = times.get(i - 1);
      LocalDateTime after = times.get(i);
      LocalDateTime begin = hour(before).plusHours(1);
      boolean isGap =
          begin.getHour() < PUT_BACK_BEFORE_HOUR
              && hour(after).equals(begin.plusHours(1))
              && isDense(before, begin)
              && isDense(begin.plusHours(1), after);
      if (isGap && i > 1 && isDense(times.get(i - 2), before) && isDense(after, times.get(i + 1))) {
        return Optional.of(begin);
      }
    }
    return Optional.empty();
  }

  private static boolean isDense(LocalDateTime one, LocalDateTime next) {
    return Duration.between(one, next).compareTo(DENSE) <= 0;
  }

  private static LocalDateTime hour(LocalDateTime at) {
    return at.withMinute(0).withSecond(0).withNano(0);
  }
}
