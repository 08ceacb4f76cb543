package fwq.common.programs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user of the broker may do a second at most: {@code write:64KB read:4MB threads:20%}.
 *
 * @param writeBytes that it writes
 * @param readBytes that it reads
 * @param threadPercent how much of the time of one of the broker's threads it takes
 */
public record Quota(long writeBytes, long readBytes, int threadPercent) {
  /** More than any broker can do. */
  public static final Quota ALL = new Quota(1L << 40, 1L << 40, 100_000);

  private static final Pattern SHAPE =
      Pattern.compile("write:(\\d{1,4})([KMG])B read:(\\d{1,4})([KMG])B threads:(\\d{1,4})%");

  /** Refuses nothing at all: who may do nothing is no user. */
  public Quota {
    if (writeBytes < 1 || readBytes < 1 || threadPercent < 1) {
      throw new IllegalArgumentException("a quota allows something of everything");
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static Quota parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a quota is such as 'write:64KB read:4MB threads:20%', got '" + text + "'");
    }
    return new Quota(
        bytes(matcher.group(1), matcher.group(2)),
        bytes(matcher.group(3), matcher.group(4)),
        Integer.parseInt(matcher.group(5)));
  }

  private static long bytes(String number, String unit) {
    int shift =
        switch (unit) {
          case "K" -> 10;
          case "M" -> 20;
          default -> 30;
        };
    return Long.parseLong(number) << shift;
  }
}
