package fwq.trials.bench;

import java.util.List;

/**
 * The same thing measured several times.
 *
 * @param all in the order they were taken; at least one
 */
record Samples(List<Double> all) {
  /** Refuses none. */
  Samples {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to say of no samples");
    }
  }

  /** The middle one, or the mean of the middle two. */
  double median() {
    List<Double> sorted = all.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  double min() {
    return all.stream().mapToDouble(it -> it).min().orElseThrow();
  }

  double max() {
    return all.stream().mapToDouble(it -> it).max().orElseThrow();
  }
}
