package fwq.waitingtime.audit;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as they are commonly written: {@code 2021-09-01T08:02:09}, with a blank instead of the T,
 * without seconds or with a fraction of them, with Z or an offset.
 */
final class Times {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})[-/](\\d\\d?)[-/](\\d\\d?)[T ](\\d\\d?):(\\d\\d)(?::(\\d\\d)(?:[.,]\\d{1,9})?)?"
              + " ?(Z|[+-]\\d\\d(?::?\\d\\d)?)?",
          Pattern.CASE_INSENSITIVE);

  private final Optional<ZoneId> zone;

  /**
   * A reader of times.
   *
   * @param zone the park's; times with an offset become its local times. Without it each time is
   *     taken as the park's local time, whatever offset is written behind it
   */
  Times(Optional<ZoneId> zone) {
    this.zone = zone;
  }

  /** Seconds of the park's clock. */
  long seconds(String text) throws BadRowException {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new BadRowException("no time such as 2021-09-01T08:02:09");
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              part(parts, 1),
              part(parts, 2),
              part(parts, 3),
              part(parts, 4),
              part(parts, 5),
              parts.group(6) == null ? 0 : part(parts, 6));
      String offset = parts.group(7);
      return (zone.isPresent() && offset != null
              ? time.atOffset(ZoneOffset.of(offset(offset)))
                  .atZoneSameInstant(zone.get())
                  .toLocalDateTime()
              : time)
          .toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new BadRowException("a time that does not exist");
    }
  }

  private static String offset(String text) {
    return text.equals("z") ? "Z" : text;
  }

  private static int part(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
