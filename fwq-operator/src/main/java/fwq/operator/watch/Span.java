package fwq.operator.watch;

import java.util.Locale;

/** Lengths of time in words. Pure. */
final class Span {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private Span() {}

  /** Such as {@code 0.3 s}, {@code 12 s}, {@code 5 min} or {@code 2 h 10 min}. */
  static String of(long millis) {
    long length = Math.max(0, millis);
    if (length < 10 * SECOND) {
      return String.format(Locale.ROOT, "%d.%d s", length / SECOND, length % SECOND / 100);
    }
    if (length < 2 * MINUTE) {
      return length / SECOND + " s";
    }
    if (length < HOUR) {
      return length / MINUTE + " min";
    }
    return length / HOUR + " h " + length % HOUR / MINUTE + " min";
  }
}
