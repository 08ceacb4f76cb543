package fwq.guild.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * When the park's days begin and end, by {@code java.time}'s rules: a day of a clock change has 23
 * or 25 hours.
 *
 * @param zone the park's
 * @param lastMinute the last minute of a day, 23:59 for days from midnight to midnight; one before
 *     noon is the next morning's, so that a Friday can end at 02:00
 */
public record Days(ZoneId zone, LocalTime lastMinute) {
  /** The last minute of days from midnight to midnight. */
  public static final LocalTime MIDNIGHT = LocalTime.of(23, 59);

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHxxx");

  /** The same in another zone. */
  Days in(ZoneId other) {
    return new Days(other, lastMinute);
  }

  /** The moment when a day is over and the next begins, epoch milliseconds. */
  public long end(LocalDate date) {
    LocalDate itsDate = lastMinute.isBefore(LocalTime.NOON) ? date.plusDays(1) : date;
    ZonedDateTime end = itsDate.atTime(lastMinute).plusMinutes(1).atZone(zone);
    return end.toInstant().toEpochMilli();
  }

  /** The moment when a day begins, epoch milliseconds. */
  public long start(LocalDate date) {
    return end(date.minusDays(1));
  }

  /** The day of a moment. */
  public LocalDate of(long time) {
    LocalDate date = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    while (time >= end(date)) {
      date = date.plusDays(1);
    }
    while (time < start(date)) {
      date = date.minusDays(1);
    }
    return date;
  }

  /** The hour of a moment, such as {@code 2026-10-25T02+02:00}: told from the repeated one. */
  String hour(long time) {
    return HOUR.format(Instant.ofEpochMilli(time).atZone(zone));
  }
}
