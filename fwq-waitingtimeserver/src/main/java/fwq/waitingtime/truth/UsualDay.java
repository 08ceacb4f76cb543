package fwq.waitingtime.truth;

/**
 * What is usual at each time of the day: a forgetting mean over days for each quarter of an hour.
 */
final class UsualDay {
  /** How much a quarter of an hour counts that lies 0, 1, 2 quarters from the time asked for. */
  private static final int REACH = 2;

  private final ForgettingMean[] quarters = new ForgettingMean[ParkTime.QUARTERS];

  /**
   * A day of which nothing is known.
   *
   * @param halfDays after which a day counts half
   */
  UsualDay(double halfDays) {
    for (int i = 0; i < quarters.length; i++) {
      quarters[i] = new ForgettingMean(halfDays);
    }
  }

  /** Adds a day: a value for each quarter, NaN where there was none. */
  void add(double[] day) {
    for (int i = 0; i < day.length; i++) {
      boolean isKnown = !Double.isNaN(day[i]);
      quarters[i].add(isKnown ? day[i] : 0, isKnown ? 1 : 0);
    }
  }

  /** The usual at a minute of the day, smoothed; drawn to a value by so many days. */
  double at(double minute, double otherwise, double strength) {
    double place = minute / 15;
    int nearest = (int) Math.rint(place);
    double sum = strength * otherwise;
    double weight = strength;
    for (int i = nearest - REACH; i <= nearest + REACH; i++) {
      ForgettingMean quarter = quarters[Math.floorMod(i, ParkTime.QUARTERS)];
      double near = Math.exp(-0.5 * (i - place) * (i - place));
      sum += near * quarter.sum();
      weight += near * quarter.weight();
    }
    return sum / weight;
  }

  /** Days that are known of the time around a minute, faded. */
  double days(double minute) {
    return quarters[Math.floorMod((int) Math.rint(minute / 15), ParkTime.QUARTERS)].weight();
  }

  void state(Tape tape) {
    for (ForgettingMean quarter : quarters) {
      quarter.state(tape);
    }
  }
}
