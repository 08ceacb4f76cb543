package fwq.waitingtime.truth;

/**
 * State on its way out or back in. Each piece lists its numbers once, for both ways: it hands over
 * what it has and takes what it gets, which is the same when saving and the saved when loading.
 */
interface Tape {
  double number(double current);

  long whole(long current);

  String text(String current);

  /** How many follow; what is loaded may not have more than can be. */
  default int count(int current, int max) {
    long count = whole(current);
    if (count < 0 || count > max) {
      throw new IllegalArgumentException(
          "a saved state with " + count + " entries, of which there are at most " + max);
    }
    return (int) count;
  }

  default void numbers(double[] all, int count) {
    for (int i = 0; i < count; i++) {
      all[i] = number(all[i]);
    }
  }
}
