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
 * without seconds or with a fraction of them, with Z or an offset.
 *
 * @param local as it stands there
 */
record RecordedTime(LocalDateTime local, Optional<ZoneOffset> offset) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})[-/](\\d\\d?)[-/](\\d\\d?)(?:T| {1,3})(\\d\\d?):(\\d\\d)"
              + "(?::(\\d\\d)(?:[.,](\\d{1,9}))?)? ?(Z|[+-]\\d\\d(?::?\\d\\d)?)?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with half a sentence
   */
  static RecordedTime parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no time such as 2021-09-01T08:02:09");
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              part(parts, 1),
              part(parts, 2),
              part(parts, 3),
              part(parts, 4),
              part(parts, 5),
              parts.group(6) == null ? 0 : part(parts, 6),
              parts.group(7) == null
                  ? 0
                  : Integer.parseInt((parts.group(7) + "00000000").substring(0, 9)));
      return new RecordedTime(
          local,
          Optional.ofNullable(parts.group(8))
              .map(it -> ZoneOffset.of(it.toUpperCase(Locale.ROOT))));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time that does not exist", e);
    }
  }

  private static int part(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
