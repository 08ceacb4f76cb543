package fwq.kit.program;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time, such as {@code 1500ms}, {@code 5s}, {@code 10m} or {@code 400d}. */
public final class TimeSpan implements ITypeConverter<Duration> {
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");

  /** Constructed by picocli. */
  public TimeSpan() {}

  @Override
  public Duration convert(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      Duration time =
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          };
      if (time.isPositive()) {
        return time;
      }
    }
    throw new TypeConversionException(
        "a length of time is such as 1500ms, 5s, 10m, 2h or 400d, got '" + text + "'");
  }
}
