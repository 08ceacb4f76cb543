package fwq.bench;

/** Two ways to do the same, of which each gives a figure: the more, the better. */
public interface Duel {
  /** One word, to choose it by. */
  String name();

  /** What is counted, such as {@code moves a second}. */
  String unit();

  /** What the first way is. */
  String first();

  /** What the second way is: the limit, or the rival. */
  String second();

  /** The ratio of the first to the second that is wanted at least. */
  double goal();

  /**
   * Measures one side once.
   *
   * @param isFirst which
   * @return so many {@link #unit}
   */
  double measure(Workbench bench, boolean isFirst) throws Exception;
}
