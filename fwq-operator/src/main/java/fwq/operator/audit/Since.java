package fwq.operator.audit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time: so long ago, such as {@code 10m}, a day, or a moment; both in UTC. */
final class Since implements ITypeConverter<Instant> {
  private static final Pattern AGO = Pattern.compile("([0-9]{1,5})([smhd])");

  @Override
  public Instant convert(String text) {
    return parse(text, Instant.now());
  }

  static Instant parse(String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      long number = Long.parseLong(ago.group(1));
      return now.minus(
          switch (ago.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          });
    }
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "a time is so many seconds, minutes, hours or days ago, such as 90s, 10m, 2h or 7d, or in"
              + " UTC, such as 2026-11-21 or 2026-11-21T09:30:00Z, got '"
              + text
              + "'");
    }
  }
}
