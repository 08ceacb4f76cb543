package fwq.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of a duel.
 *
 * @param duel which
 * @param first the first side's figures, in the order they were taken
 * @param second the second side's
 */
record Contest(Duel duel, List<Double> first, List<Double> second) {
  /**
   * Runs a duel: each side once to warm up, then in turns, so that whatever else the machine does
   * falls on both.
   */
  static Contest run(Duel duel, Workbench bench, int pairs, PrintWriter progress) throws Exception {
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (int pair = 0; pair <= pairs; pair++) {
      double one = duel.measure(bench, true);
      double other = duel.measure(bench, false);
      progress.printf(
          "%s %s: %,.0f and %,.0f %s%n",
          duel.name(), pair == 0 ? "warm-up" : pair + " of " + pairs, one, other, duel.unit());
      if (pair > 0) {
        first.add(one);
        second.add(other);
      }
    }
    return new Contest(duel, first, second);
  }

  /** The first side's median beside the second's. */
  double ratio() {
    return median(first) / median(second);
  }

  /** The figures as lines of a table. */
  String table() {
    return "%s (%s)%n".formatted(duel.name(), duel.unit())
        + side(duel.first(), first)
        + side(duel.second(), second)
        + "  ratio %.2f, wanted at least %.2f%n".formatted(ratio(), duel.goal());
  }

  private static String side(String name, List<Double> figures) {
    return "  %-44s median %,12.0f   min %,12.0f   max %,12.0f%n"
        .formatted(
            name,
            median(figures),
            figures.stream().mapToDouble(it -> it).min().orElseThrow(),
            figures.stream().mapToDouble(it -> it).max().orElseThrow());
  }

  /** The middle one, or the mean of the middle two. */
  static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
