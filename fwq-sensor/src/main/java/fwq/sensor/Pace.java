package fwq.sensor;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How long a park minute lasts.
 *
 * @param minute 10 ms to 1 h
 */
record Pace(Duration minute) {
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Reads {@code 1s}, {@code 500ms}, or a number of milliseconds. */
  static Pace parse(String text) {
    String number = text.strip();
    long unit = 1;
    if (number.endsWith("ms")) {
      number = number.substring(0, number.length() - 2);
    } else if (number.endsWith("s")) {
      number = number.substring(0, number.length() - 1);
      unit = 1_000;
    }
    try {
      Duration minute = Duration.ofMillis(Math.multiplyExact(Long.parseLong(number.strip()), unit));
      if (minute.compareTo(SHORTEST) >= 0 && minute.compareTo(LONGEST) <= 0) {
        return new Pace(minute);
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // Told below, as for a time out of range.
    }
    throw new TypeConversionException(
        "a park minute lasts 10ms to 3600s, such as 1s or 500ms, got '" + text + "'");
  }

  /** For picocli. */
  static final class Converter implements ITypeConverter<Pace> {
    /** Made by picocli. */
    Converter() {}

    @Override
    public Pace convert(String text) {
      return parse(text);
    }
  }
}
