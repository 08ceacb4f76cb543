package fwq.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as the API writes them: whole seconds, with the offset of the park's zone. */
final class Times {
  private Times() {}

  static String at(long epochMillis, ZoneId zone) {
    return text(Instant.ofEpochMilli(epochMillis).atZone(zone).toOffsetDateTime());
  }

  /** The beginning of a day. */
  static String opening(LocalDate day, ZoneId zone) {
    return text(day.atStartOfDay(zone).toOffsetDateTime());
  }

  /** Its end, which is the beginning of the next. */
  static String closing(LocalDate day, ZoneId zone) {
    return opening(day.plusDays(1), zone);
  }

  static LocalDate day(long epochMillis, ZoneId zone) {
    return Instant.ofEpochMilli(epochMillis).atZone(zone).toLocalDate();
  }

  private static String text(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
