package fwq.common.park;

/** Parks have numbers, from 0; each is a partition of the topics. */
public final class ParkNumber {
  /** Parks that there can be: keeps topics, and the work of whoever looks at all parks, bounded. */
  public static final int PARKS_MAX = 1_000;

  private ParkNumber() {}

  /**
   * Gives the number back.
   *
   * @throws IllegalArgumentException with a sentence, when it is not from 0 to 999
   */
  public static int check(int park) {
    if (park < 0 || park >= PARKS_MAX) {
      throw new IllegalArgumentException(
          "a park's number is from 0 to " + (PARKS_MAX - 1) + ", such as 0, got " + park);
    }
    return park;
  }
}
