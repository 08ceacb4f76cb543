package fwq.common.recorded;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as it is commonly written: {@code 2021-09-01T08:02:09}, with a blank instead of the T,
 * without seconds or with a fraction of them, with AM or PM, with Z or an offset; the date with the
 * year first, as {@code 1.9.2021}, or with slashes where that can mean one day only.
 *
 * @param local as it stands there
 */
record RecordedTime(LocalDateTime local, Optional<ZoneOffset> offset) {
  private static final String ZONE =
      "(?<zone>Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)?(?:\\[[\\w/+-]+])?";
  private static final String TIME =
      "(?:T| {1,3}|, ?)(?<hour>\\d\\d?):(?<minute>\\d\\d)"
          + "(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?)?"
          + "(?: ?(?<half>[AP])\\.?M\\.?)? ?"
          + ZONE;

  /** The one that is written most comes first. */
  private static final Pattern YEAR_FIRST =
      form("(?<year>\\d{4})(?<sign>[-/.])(?<month>\\d\\d?)\\k<sign>(?<day>\\d\\d?)" + TIME);

  private static final Pattern YEAR_LAST =
      form("(?<day>\\d\\d?)(?<sign>[-/.])(?<month>\\d\\d?)\\k<sign>(?<year>\\d{4})" + TIME);

  private static final Pattern WITHOUT_SIGNS =
      form(
          "(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)T(?<hour>\\d\\d)(?<minute>\\d\\d)"
              + "(?:(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?)?"
              + ZONE);

  private static final int MONTHS = 12;
  private static final int HALF_DAY_HOURS = 12;

  private static Pattern form(String form) {
    return Pattern.compile(form, Pattern.CASE_INSENSITIVE);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with half a sentence
   */
  static RecordedTime parse(String text) {
    Matcher parts = YEAR_FIRST.matcher(text);
    if (parts.matches()) {
      return of(parts, part(parts, "month"), part(parts, "day"));
    }
    parts = YEAR_LAST.matcher(text);
    if (parts.matches()) {
      return ofYearLast(parts);
    }
    parts = WITHOUT_SIGNS.matcher(text);
    if (parts.matches()) {
      return of(parts, part(parts, "month"), part(parts, "day"));
    }
    throw new IllegalArgumentException("no time such as 2021-09-01T08:02:09");
  }

  /** Some write the day first, and some, with other signs than dots, the month. */
  private static RecordedTime ofYearLast(Matcher parts) {
    int first = part(parts, "day");
    int second = part(parts, "month");
    boolean isDayFirst = parts.group("sign").equals(".") || first > MONTHS || first == second;
    if (!isDayFirst && second <= MONTHS) {
      throw new IllegalArgumentException(
          "a date that could be of two days (2021-09-01 can be of one only)");
    }
    return isDayFirst ? of(parts, second, first) : of(parts, first, second);
  }

  private static RecordedTime of(Matcher parts, int month, int day) {
    try {
      LocalDateTime local =
          LocalDateTime.of(
              part(parts, "year"),
              month,
              day,
              hour(parts),
              part(parts, "minute"),
              part(parts, "second"),
              nanos(parts.group("fraction")));
      return new RecordedTime(local, Optional.ofNullable(parts.group("zone")).map(it -> zone(it)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time that does not exist", e);
    }
  }

  private static int hour(Matcher parts) {
    int hour = part(parts, "hour");
    String half = text(parts, "half");
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > HALF_DAY_HOURS) {
      throw new DateTimeException("there is no such hour before or after noon");
    }
    return hour % HALF_DAY_HOURS + (half.equalsIgnoreCase("p") ? HALF_DAY_HOURS : 0);
  }

  private static int nanos(String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static ZoneOffset zone(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals("UTC") || upper.equals("GMT") ? ZoneOffset.UTC : ZoneOffset.of(upper);
  }

  /** 0 for what is left out. */
  private static int part(Matcher parts, String name) {
    String digits = text(parts, name);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Null for what is left out, or has no place in this form. */
  private static String text(Matcher parts, String name) {
    return parts.namedGroups().containsKey(name) ? parts.group(name) : null;
  }
}
