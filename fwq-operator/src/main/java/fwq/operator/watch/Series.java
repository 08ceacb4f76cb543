package fwq.operator.watch;

import java.util.Arrays;

/**
 * A number over the last ten minutes, one value a second. Pure.
 *
 * <p>Times are epoch milliseconds.
 */
final class Series {
  /** What a time without a value has: unknown is never 0. */
  static final int NONE = -1;

  /** How far back it goes. */
  static final int SECONDS_MAX = 600;

  /** A park without a change tells itself once a second: a longer silence is one. */
  private static final int BRIDGED_SECONDS_MAX = 3;

  private final int[] values = new int[SECONDS_MAX];
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  Series() {
    Arrays.fill(values, NONE);
  }

  /**
   * Notes a value, at least 0; of one second the highest counts, and what is older is passed over.
   */
  void add(long millis, int value) {
    long second = second(millis);
    if (first > last) {
      first = second;
      last = second - 1;
    }
    if (second < last) {
      return;
    }
    int before = at(last);
    int bridge = second - last <= BRIDGED_SECONDS_MAX ? before : NONE;
    for (long gap = Math.max(last + 1, second - SECONDS_MAX); gap < second; gap++) {
      values[slot(gap)] = bridge;
    }
    values[slot(second)] = second == last ? Math.max(before, value) : value;
    last = second;
  }

  /** Seconds from the first value to now, at most {@link #SECONDS_MAX}. */
  int age(long now) {
    return first > last ? 0 : Math.clamp(second(now) - first + 1, 0, SECONDS_MAX);
  }

  /**
   * The values of the last {@code width * step} seconds, oldest first: of each step the highest, or
   * {@link #NONE}. Steps begin at multiples of their length, so that a picture moves on and does
   * not flicker.
   */
  int[] steps(long now, int width, int step) {
    int[] steps = new int[width];
    long current = Math.floorDiv(second(now), step);
    for (int column = 0; column < width; column++) {
      long begin = (current - (width - 1 - column)) * step;
      int highest = NONE;
      for (long second = begin; second < begin + step; second++) {
        highest = Math.max(highest, at(second));
      }
      steps[column] = highest;
    }
    return steps;
  }

  /** The highest of those values, or {@link #NONE}. */
  int highest(long now, int width, int step) {
    return Arrays.stream(steps(now, width, step)).max().orElse(NONE);
  }

  private int at(long second) {
    return second < first || second > last || second <= last - SECONDS_MAX
        ? NONE
        : values[slot(second)];
  }

  private static long second(long millis) {
    return Math.floorDiv(millis, 1_000);
  }

  private static int slot(long second) {
    return Math.floorMod(second, SECONDS_MAX);
  }
}
