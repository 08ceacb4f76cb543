package fwq.waitingtime.truth;

/**
 * A weighted sum of clues, whose weights are learnt from each outcome: recursive least squares that
 * forgets, and that outliers do not drag along (an error beyond {@code robust} counts by its size,
 * not its square).
 */
final class Lesson {
  private static final double SPREAD_MAX = 1;

  private final double[] weights;
  private final double[] spread;
  private final double[] gain;
  private final double kept;
  private final double robust;

  /**
   * A lesson that nobody has learnt from.
   *
   * @param start weights to begin with
   * @param doubt how readily they change at first; 0: never
   * @param half outcomes after which one counts half
   * @param robust the error beyond which an outcome counts less
   */
  Lesson(double[] start, double doubt, double half, double robust) {
    this.weights = start.clone();
    this.spread = new double[start.length * start.length];
    for (int i = 0; i < start.length; i++) {
      spread[i * start.length + i] = doubt;
    }
    this.gain = new double[start.length];
    this.kept = Math.pow(0.5, 1 / half);
    this.robust = robust;
  }

  /** What the clues come to; there may be more behind those that it knows. */
  double predict(double[] clues) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * clues[i];
    }
    return sum;
  }

  /** Learns that these clues came to that. */
  void learn(double[] clues, double outcome, double weight) {
    int size = weights.length;
    double error = outcome - predict(clues);
    double trusted = weight * robust / Math.max(Math.abs(error), robust);
    double certainty = kept / trusted;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += spread[i * size + j] * clues[j];
      }
      gain[i] = sum;
      certainty += clues[i] * sum;
    }
    for (int i = 0; i < size; i++) {
      double step = gain[i] / certainty;
      weights[i] += step * error;
      for (int j = 0; j <= i; j++) {
        double left = (spread[i * size + j] - step * gain[j]) / kept;
        spread[i * size + j] = left;
        spread[j * size + i] = left;
      }
    }
    for (int i = 0; i < size; i++) {
      if (spread[i * size + i] > SPREAD_MAX) {
        narrow(i);
      }
    }
  }

  /** Of a clue that never varies nothing is learnt; what is forgotten must not add up for ever. */
  private void narrow(int clue) {
    int size = weights.length;
    double scale = Math.sqrt(SPREAD_MAX / spread[clue * size + clue]);
    for (int j = 0; j < size; j++) {
      spread[clue * size + j] *= scale;
      spread[j * size + clue] *= scale;
    }
  }

  void state(Tape tape) {
    tape.numbers(weights, weights.length);
    tape.numbers(spread, spread.length);
  }
}
