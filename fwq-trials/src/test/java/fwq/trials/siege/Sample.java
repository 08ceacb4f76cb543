package fwq.trials.siege;

import java.util.Arrays;

/**
 * Durations, in milliseconds.
 *
 * @param sorted from the shortest on
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record Sample(double[] sorted) {
  static Sample of(double... millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new Sample(sorted);
  }

  double mean() {
    return Arrays.stream(sorted).average().orElseThrow();
  }

  /** How far a mean of so many may be off: the standard error. */
  double error() {
    double mean = mean();
    double squares = Arrays.stream(sorted).map(it -> (it - mean) * (it - mean)).sum();
    return Math.sqrt(squares / (sorted.length - 1) / sorted.length);
  }

  /** The duration that this share of all is not above. */
  double percentile(double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }

  @Override
  public String toString() {
    return "p50 %6.0f ms  p99 %6.0f ms  max %6.0f ms"
        .formatted(percentile(0.5), percentile(0.99), sorted[sorted.length - 1]);
  }
}
