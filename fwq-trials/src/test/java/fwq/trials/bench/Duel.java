package fwq.trials.bench;

/**
 * Two ways to do the same, of which each gives a figure. They take turns, so that whatever else the
 * machine does falls on both.
 */
public non-sealed interface Duel extends Measurement {
  /** What is counted, such as {@code moves a second}. */
  String unit();

  /** What the first way is. */
  String first();

  /** What the second way is: the limit, or the rival. */
  String second();

  /** What is wanted of the first, beside the second. */
  Goal goal();

  /**
   * Measures one side once.
   *
   * @param isFirst which
   * @return so many {@link #unit}
   */
  double measure(Workbench bench, boolean isFirst) throws Exception;

  /** Closes what stays open from one measurement to the next. */
  default void end() {}
}
