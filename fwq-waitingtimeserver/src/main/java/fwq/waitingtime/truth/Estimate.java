package fwq.waitingtime.truth;

/**
 * How long a guest who joins now will stand, in minutes: with 80 % from low to high.
 *
 * @param posted what the sign says
 * @param share the logarithm of the expected share of the sign
 */
public record Estimate(double posted, double share, double low, double middle, double high) {
  /** The wait that is expected when the sign will show that. */
  public double whenPosted(double minutes) {
    return Scale.minutes(minutes, share);
  }

  /** For people: the middle in whole minutes. */
  public long minutes() {
    return Math.round(middle);
  }

  /** For people: the lower end of the band, outward to five minutes. */
  public long fromMinutes() {
    return 5 * (long) Math.floor(low / 5);
  }

  /** For people: the upper end of the band, outward to five minutes. */
  public long toMinutes() {
    return 5 * (long) Math.ceil(high / 5);
  }
}
