package fwq.web.api;

import fwq.web.history.Day;
import fwq.web.http.Call;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The time that somebody asks the history of: whole days of the park, or moments.
 *
 * @param from minutes since 1970
 * @param to the first minute that is too late
 * @param fromText as the answer repeats it
 */
record Range(
    long from, long to, String fromText, String toText, LocalDate firstDay, LocalDate lastDay) {
  static final int DAYS_MAX = 31;

  /**
   * Reads {@code date}, or {@code from} and {@code to}; without any it is today.
   *
   * @param now epoch milliseconds
   */
  static Range of(Call call, ZoneId zone, long now) throws ProblemException {
    LocalDate today = Times.day(now, zone);
    Optional<String> date = call.parameter("date");
    Optional<String> from = call.parameter("from");
    Optional<String> to = call.parameter("to");
    if (date.isPresent() && (from.isPresent() || to.isPresent())) {
      throw invalid("date cannot be combined with from and to");
    }
    if (from.isEmpty() && to.isPresent()) {
      throw invalid("to needs a from");
    }
    if (from.isPresent() && from.get().contains("T")) {
      return moments(from.get(), to, zone, now);
    }
    String first = date.or(() -> from).orElse(today.toString());
    String last = date.or(() -> to).orElse(from.isPresent() ? today.toString() : first);
    return days(day(first), day(last), zone);
  }

  private static Range days(LocalDate first, LocalDate last, ZoneId zone) throws ProblemException {
    check(first, last, last.isBefore(first));
    return new Range(
        Day.begin(first, zone),
        Day.begin(last.plusDays(1), zone),
        first.toString(),
        last.toString(),
        first,
        last);
  }

  private static Range moments(String from, Optional<String> to, ZoneId zone, long now)
      throws ProblemException {
    Instant first = moment(from);
    Instant last = to.isPresent() ? moment(to.get()) : Instant.ofEpochMilli(now);
    LocalDate firstDay = first.atZone(zone).toLocalDate();
    LocalDate lastDay = last.atZone(zone).toLocalDate();
    check(firstDay, lastDay, !first.isBefore(last));
    return new Range(
        first.getEpochSecond() / 60,
        Math.ceilDiv(last.getEpochSecond(), 60),
        Instant.ofEpochSecond(first.getEpochSecond()).toString(),
        Instant.ofEpochSecond(last.getEpochSecond()).toString(),
        firstDay,
        lastDay);
  }

  private static void check(LocalDate first, LocalDate last, boolean backwards)
      throws ProblemException {
    if (backwards) {
      throw new ProblemException(Problem.of(400, "INVALID_RANGE", "to must not be before from"));
    }
    if (first.plusDays(DAYS_MAX).compareTo(last) <= 0) {
      throw new ProblemException(
          Problem.of(400, "RANGE_TOO_LONG", "a history call covers at most " + DAYS_MAX + " days"));
    }
  }

  private static LocalDate day(String text) throws ProblemException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid("a day such as 2026-11-28 was expected");
    }
  }

  private static Instant moment(String text) throws ProblemException {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw invalid("a time such as 2026-11-28T10:00:00+01:00 was expected");
    }
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(Problem.of(400, "INVALID_DATE", why));
  }
}
