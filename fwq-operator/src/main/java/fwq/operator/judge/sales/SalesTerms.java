package fwq.operator.judge.sales;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/**
 * What the guild was told when it was started.
 *
 * @param zone the park's, until the guild says that it is another
 * @param lastMinute of a day; one before noon is the next morning's
 * @param sitting how often ordinary applications are decided
 * @param quota carts that the park may have
 */
public record SalesTerms(ZoneId zone, LocalTime lastMinute, Duration sitting, int quota) {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHxxx");

  /** The same in another zone. */
  SalesTerms in(ZoneId other) {
    return new SalesTerms(other, lastMinute, sitting, quota);
  }

  /** The day that a moment, in epoch milliseconds, is part of. */
  public LocalDate day(long time) {
    LocalDate near = at(time).toLocalDate();
    return Stream.of(near.minusDays(1), near, near.plusDays(1))
        .filter(it -> time < end(it))
        .findFirst()
        .orElseThrow();
  }

  /** When a day is over, in epoch milliseconds. */
  long end(LocalDate date) {
    LocalDate lastDate = lastMinute.isBefore(LocalTime.NOON) ? date.plusDays(1) : date;
    return lastDate.atTime(lastMinute).plusMinutes(1).atZone(zone).toInstant().toEpochMilli();
  }

  /** The hour of a moment, such as {@code 2026-10-25T02+02:00}. */
  String hour(long time) {
    return HOUR.format(at(time));
  }

  private ZonedDateTime at(long time) {
    return Instant.ofEpochMilli(time).atZone(zone);
  }

  /** The number of the last sitting at or before a moment. */
  long sitting(long time) {
    return Math.floorDiv(time, sitting.toMillis());
  }
}
