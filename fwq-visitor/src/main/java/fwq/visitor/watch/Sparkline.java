package fwq.visitor.watch;

/** Numbers as a row of bars, one column each. Pure. */
final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";

  /** Lengths of a step that people can name, in seconds. */
  private static final int[] STEPS = {1, 2, 5, 10, 15, 20, 30, 60};

  private Sparkline() {}

  /**
   * Draws values.
   *
   * @param values from 0; {@link History#NONE} leaves a gap
   * @param full what fills a bar, as does all above; 0 counts as 1
   */
  static String of(int[] values, int full) {
    StringBuilder bars = new StringBuilder(values.length);
    for (int value : values) {
      if (value == History.NONE) {
        bars.append(' ');
        continue;
      }
      long bar = (long) value * BARS.length() / Math.max(1, full);
      bars.append(BARS.charAt((int) Math.min(bar, BARS.length() - 1)));
    }
    return bars.toString();
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
