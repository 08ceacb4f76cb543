package fwq.trials.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares ratios with those that were kept, since times are another machine's, or another day's.
 */
final class Guard {
  /** A ratio may fall by so much: more than chance, less than what guests notice. */
  static final double FALL_MAX = 0.20;

  private Guard() {}

  /**
   * What has become worse.
   *
   * @param kept rows of an earlier run
   * @param now rows of this run; those without a ratio are passed over
   * @return a sentence for each ratio that fell too far, or that nobody kept
   */
  static List<String> falls(List<Results.Row> kept, List<Results.Row> now) {
    List<String> falls = new ArrayList<>();
    for (Results.Row row : now) {
      if (row.ratio() != null) {
        fall(find(kept, row), row).ifPresent(falls::add);
      }
    }
    return falls;
  }

  private static Optional<String> fall(Optional<Results.Row> kept, Results.Row row) {
    if (kept.isEmpty()) {
      return Optional.of(
          "%s: no ratio is kept to compare %.2f with; keep one with 'scripts/fwq bench --keep %1$s'"
              .formatted(row.measurement(), row.ratio()));
    }
    double before = kept.get().ratio();
    double fall = 1 - row.ratio() / before;
    return fall <= FALL_MAX
        ? Optional.empty()
        : Optional.of(
            "%s: the ratio fell from %.2f to %.2f, by %.0f %%; at most %.0f %% is allowed"
                .formatted(row.measurement(), before, row.ratio(), 100 * fall, 100 * FALL_MAX));
  }

  private static Optional<Results.Row> find(List<Results.Row> rows, Results.Row like) {
    return rows.stream()
        .filter(row -> row.measurement().equals(like.measurement()))
        .filter(row -> row.what().equals(like.what()) && row.ratio() != null)
        .findFirst();
  }
}
