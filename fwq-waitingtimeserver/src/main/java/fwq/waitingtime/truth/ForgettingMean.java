package fwq.waitingtime.truth;

/** A mean in which the older counts less: half, when so much weight has come since. */
final class ForgettingMean {
  private final double kept;
  private double sum;
  private double weight;

  /**
   * A mean of nothing yet.
   *
   * @param half additions after which one counts half
   */
  ForgettingMean(double half) {
    this.kept = Math.pow(0.5, 1 / half);
  }

  void add(double value, double itsWeight) {
    sum = sum * kept + value * itsWeight;
    weight = weight * kept + itsWeight;
  }

  /**
   * The mean, drawn to what is believed beforehand.
   *
   * @param strength of the belief, in weight; positive
   */
  double mean(double prior, double strength) {
    return (sum + strength * prior) / (weight + strength);
  }

  double sum() {
    return sum;
  }

  double weight() {
    return weight;
  }

  void state(Tape tape) {
    sum = tape.number(sum);
    weight = tape.number(weight);
  }
}
