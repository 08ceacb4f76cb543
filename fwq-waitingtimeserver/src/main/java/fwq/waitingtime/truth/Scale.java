package fwq.waitingtime.truth;

/** Waits as logarithms: signs err by a factor, and three minutes keep short waits apart from 0. */
final class Scale {
  /** Added before the logarithm is taken. */
  static final double ADDED_MINUTES = 3;

  private Scale() {}

  static double log(double minutes) {
    return Math.log(minutes + ADDED_MINUTES);
  }

  /** What a sign means, given the logarithm of the wait's share of it. */
  static double minutes(double posted, double share) {
    return Math.max(0, (posted + ADDED_MINUTES) * Math.exp(share) - ADDED_MINUTES);
  }

  /** Long waits matter more, since their errors are more minutes. */
  static double weight(double posted) {
    return (posted + ADDED_MINUTES) / 35;
  }
}
