package fwq.trials.bench;

import java.util.List;

/** How long a park takes to open with a guild and food carts, beside one without. */
final class OpeningDuel implements Duel {
  /** Two openings of one park differ by so much. */
  private static final double SECONDS_MORE = 0.3;

  @Override
  public String name() {
    return "opening";
  }

  @Override
  public String unit() {
    return "s to 'park is open'";
  }

  @Override
  public String first() {
    return "with guild and three carts";
  }

  @Override
  public String second() {
    return "without";
  }

  @Override
  public Goal goal() {
    return new Goal.AtMostAndTimes(SECONDS_MORE, 1);
  }

  @Override
  public double measure(Workbench bench, boolean hasCarts) throws Exception {
    try (OpenPark park = new OpenPark(bench, List.of("--carts", hasCarts ? "3" : "0"))) {
      return park.seconds();
    }
  }
}
