package fwq.operator.watch;

import java.util.Locale;

/** Numbers as a row of bars, one column each. Pure. */
final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";

  /** Lengths of a step that people can name, in seconds. */
  private static final int[] STEPS = {1, 2, 5, 10, 15, 20, 30, 60};

  private Sparkline() {}

  /**
   * Draws values.
   *
   * @param values from 0; {@link Series#NONE} leaves a gap
   * @param full what fills a bar, as does all above; 0 counts as 1
   */
  static String of(int[] values, int full) {
    StringBuilder bars = new StringBuilder(values.length);
    for (int value : values) {
      if (value == Series.NONE) {
        bars.append(' ');
        continue;
      }
      long bar = (long) value * BARS.length() / Math.max(1, full);
      bars.append(BARS.charAt((int) Math.min(bar, BARS.length() - 1)));
    }
    return bars.toString();
  }

  /**
   * Draws values within a range, so that a change shows however small it is beside all there could
   * be: the range's low end is the lowest bar, its high end a full one. A range of one value is a
   * level line.
   *
   * @param values none outside the range; {@link Series#NONE} leaves a gap
   */
  static String within(Range range, int[] values) {
    boolean level = range.low() == range.high();
    int low = level && range.high() > 0 ? range.high() - 1 : range.low();
    int[] above = new int[values.length];
    for (int column = 0; column < above.length; column++) {
      above[column] = values[column] == Series.NONE ? Series.NONE : values[column] - low;
    }
    return of(above, level ? 2 : range.high() - low);
  }

  /**
   * From where to where values go.
   *
   * @param low the lowest
   * @param high the highest; {@link Series#NONE}, as the lowest, where there are no values
   */
  record Range(int low, int high) {
    static Range of(int[] values) {
      int low = Series.NONE;
      int high = Series.NONE;
      for (int value : values) {
        if (value != Series.NONE) {
          low = low == Series.NONE ? value : Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      return new Range(low, high);
    }

    /** Such as {@code 44-60}, or {@code 60}; empty where there are no values. */
    String words() {
      if (high == Series.NONE) {
        return "";
      }
      return low == high
          ? String.format(Locale.ROOT, "%,d", high)
          : String.format(Locale.ROOT, "%,d-%,d", low, high);
    }
  }

  /** The shortest step, in seconds, with which that many seconds fit into the columns. */
  static int step(int seconds, int columns) {
    for (int step : STEPS) {
      if ((long) step * columns >= seconds) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }
}
