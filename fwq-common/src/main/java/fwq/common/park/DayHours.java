package fwq.common.park;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a park is open on one day. It may close after midnight: that still belongs to the day on
 * which it opened.
 *
 * @param opensMinute minutes after midnight, 0..1439; 0 where it is closed
 * @param openMinutes how long it is open, 0..1440; 0 for a day on which it is closed
 */
public record DayHours(int opensMinute, int openMinutes) {
  /** From midnight to midnight. */
  public static final DayHours ALL_DAY = new DayHours(0, 1_440);

  /** Not at all. */
  public static final DayHours CLOSED = new DayHours(0, 0);

  /** The rule in words, for people. */
  public static final String RULE = "10:00-20:00, 18:00-02:00, 00:00-24:00 or closed";

  private static final int DAY_MINUTES = 1_440;
  private static final Pattern TEXT =
      Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");

  public DayHours {
    if (opensMinute < 0
        || opensMinute >= DAY_MINUTES
        || openMinutes < 0
        || openMinutes > DAY_MINUTES
        || (openMinutes == 0 && opensMinute != 0)) {
      throw new IllegalArgumentException("a day's hours are such as " + RULE);
    }
  }

  /** Reads such as {@code 10:00-20:00}, or {@code closed}. */
  public static DayHours parse(String text) {
    if (text.toLowerCase(Locale.ROOT).equals("closed")) {
      return CLOSED;
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a day's hours are such as " + RULE + ", got " + text);
    }
    int opens = minute(matcher.group(1), matcher.group(2));
    int closes = minute(matcher.group(3), matcher.group(4));
    if (closes > DAY_MINUTES) {
      throw new IllegalArgumentException("a day's hours are such as " + RULE + ", got " + text);
    }
    return new DayHours(opens, closes > opens ? closes - opens : closes + DAY_MINUTES - opens);
  }

  private static int minute(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  /** Whether it opens at all. */
  public boolean isClosed() {
    return openMinutes == 0;
  }

  /** When it opens on that day, epoch milliseconds. */
  public long opens(LocalDate date, ZoneId zone) {
    return at(date, opensMinute, zone);
  }

  /** When it closes that opened on that day, epoch milliseconds. */
  public long closes(LocalDate date, ZoneId zone) {
    return at(date, opensMinute + openMinutes, zone);
  }

  private static long at(LocalDate date, int minute, ZoneId zone) {
    Instant at =
        date.plusDays(minute / DAY_MINUTES)
            .atTime(minute % DAY_MINUTES / 60, minute % 60)
            .atZone(zone)
            .toInstant();
    return at.toEpochMilli();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return isClosed() ? "closed" : clock(opensMinute) + "-" + closing();
  }

  private String closing() {
    int closes = opensMinute + openMinutes;
    return closes == DAY_MINUTES ? "24:00" : clock(closes % DAY_MINUTES);
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }
}
