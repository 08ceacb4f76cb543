package fwq.trials.bench;

import java.util.Locale;

/** What is wanted of a figure. */
public sealed interface Goal {
  /**
   * At least so many times what it stands beside. Such a figure is a ratio, which machines keep.
   */
  record AtLeastTimes(double times) implements Goal {}

  /** At most so much. */
  record AtMost(double most) implements Goal {}

  /** At most so much and so many times what it stands beside. */
  record AtMostAndTimes(double more, double times) implements Goal {}

  /** Nothing: it is there to know where the others come from. */
  record ToKnow() implements Goal {}

  /**
   * How much of the goal is reached: 1 is all of it, 0.5 is half the wanted ratio or twice the
   * limit.
   *
   * @param figure the median
   * @param beside the median of what it stands beside; any number where that plays no part
   */
  default double reached(double figure, double beside) {
    return switch (this) {
      case AtLeastTimes it -> figure / beside / it.times;
      case AtMost it -> it.most / figure;
      case AtMostAndTimes it -> (it.more + it.times * beside) / figure;
      case ToKnow _ -> 1;
    };
  }

  /** For a table, such as {@code at least 0.35 times}. */
  default String text() {
    return switch (this) {
      case AtLeastTimes it -> "at least %s times".formatted(number(it.times));
      case AtMost it -> "at most %s".formatted(number(it.most));
      case AtMostAndTimes it ->
          "at most %s + %s times".formatted(number(it.more), number(it.times));
      case ToKnow _ -> "";
    };
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? "%,.0f".formatted(value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
