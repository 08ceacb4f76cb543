package fwq.waitingtime.truth;

/**
 * The span around an estimate: the errors of guests who were alike, cut at two shares which move
 * until four of five guests lie between.
 */
final class Band {
  private static final int GUESTS_MIN = 20;
  private static final double STEP = 0.002;
  private static final double BELOW = 0.1;
  private static final double ABOVE = 0.9;

  private double low = BELOW;
  private double high = ABOVE;

  /** Errors at the lower end, in the middle and at the upper end. */
  double[] errors(AlikeGuests alike) {
    return alike.size() < GUESTS_MIN
        ? new double[] {-0.7, 0, 0.5}
        : alike.quantiles(low, 0.5, high);
  }

  void learn(Estimate shown, double waited) {
    low = Math.clamp(low + STEP * (BELOW - (waited < shown.low() ? 1 : 0)), 0.02, 0.3);
    high = Math.clamp(high + STEP * (ABOVE - (waited <= shown.high() ? 1 : 0)), 0.7, 0.98);
  }

  void state(Tape tape) {
    low = tape.number(low);
    high = tape.number(high);
  }
}
