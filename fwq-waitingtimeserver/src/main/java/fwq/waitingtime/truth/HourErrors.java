package fwq.waitingtime.truth;

/** Errors by time of the day: what was too long or too short at about this time, lately. */
final class HourErrors {
  private final FadingMean[] quarters = new FadingMean[ParkTime.QUARTERS];
  private final double[] near;
  private final double strength;

  /**
   * No errors yet.
   *
   * @param days after which an error counts 1/e
   * @param minutes how far around the time of the day errors count (a standard deviation)
   * @param strength how many errors it takes to be half believed
   */
  HourErrors(double days, double minutes, double strength) {
    for (int i = 0; i < quarters.length; i++) {
      quarters[i] = new FadingMean(days * 24 * 60);
    }
    near = new double[(int) (2 * minutes / 15) + 1];
    for (int i = 0; i < near.length; i++) {
      near[i] = Math.exp(-0.5 * (i * 15 / minutes) * (i * 15 / minutes));
    }
    this.strength = strength;
  }

  void add(long joined, double error) {
    quarters[ParkTime.quarter(joined)].add(joined, error);
  }

  double mean(long at) {
    int here = ParkTime.quarter(at);
    double sum = 0;
    double weight = strength;
    for (int i = 1 - near.length; i < near.length; i++) {
      FadingMean quarter = quarters[Math.floorMod(here + i, ParkTime.QUARTERS)];
      double counts = quarter.weight() == 0 ? 0 : near[Math.abs(i)] * quarter.left(at);
      sum += counts * quarter.sum();
      weight += counts * quarter.weight();
    }
    return sum / weight;
  }

  void state(Tape tape) {
    for (FadingMean quarter : quarters) {
      quarter.state(tape);
    }
  }
}
