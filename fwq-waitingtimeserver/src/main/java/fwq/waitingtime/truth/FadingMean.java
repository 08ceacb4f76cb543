package fwq.waitingtime.truth;

/** A mean in which what is older counts less by the clock: 1/e after a time. */
final class FadingMean {
  private final double seconds;
  private double sum;
  private double weight;
  private long newest;

  /**
   * A mean of nothing yet.
   *
   * @param minutes after which a value counts 1/e
   */
  FadingMean(double minutes) {
    this.seconds = minutes * 60;
  }

  void add(long at, double value) {
    double faded = left(at);
    double its = Math.exp(-Math.max(0, newest - at) / seconds);
    sum = sum * faded + value * its;
    weight = weight * faded + its;
    newest = Math.max(newest, at);
  }

  /** The mean, drawn to 0 by so much weight. */
  double mean(long at, double strength) {
    double left = left(at);
    return sum * left / (weight * left + strength);
  }

  /** What is left of the value of the newest. */
  double left(long at) {
    return Math.exp(-Math.max(0, at - newest) / seconds);
  }

  /** What the values add up to, as of the newest. */
  double sum() {
    return sum;
  }

  /** What the weights add up to, as of the newest. */
  double weight() {
    return weight;
  }

  void state(Tape tape) {
    sum = tape.number(sum);
    weight = tape.number(weight);
    newest = tape.whole(newest);
  }
}
