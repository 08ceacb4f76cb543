package fwq.common.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long a park minute lasts: {@code 500ms}, {@code 1s}, or {@code 2} for seconds. */
public final class ParkMinute implements ITypeConverter<Duration> {
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,6})(ms|s|)");
  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Override
  public Duration convert(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      Duration minute =
          matcher.group(2).equals("ms") ? Duration.ofMillis(number) : Duration.ofSeconds(number);
      if (minute.compareTo(SHORTEST) >= 0 && minute.compareTo(LONGEST) <= 0) {
        return minute;
      }
    }
    throw new TypeConversionException(
        "a park minute lasts from 50ms to 60s, such as 500ms, 1s or 2, got '" + text + "'");
  }
}
