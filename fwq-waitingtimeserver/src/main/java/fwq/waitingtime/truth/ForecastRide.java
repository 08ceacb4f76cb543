package fwq.waitingtime.truth;

import java.util.Arrays;
import java.util.Optional;

/** What is usual for one ride's sign, and how today has been. Logarithms, unless said. */
final class ForecastRide {
  /** Added to minutes before the logarithm is taken. */
  private static final double ADDED_MINUTES = 5;

  private static final double HALF_DAYS_LONG = 20;
  private static final double HALF_DAYS_SHORT = 4;
  private static final double HALF_WEEKS = 4;

  /** Of the last weeks, faded: a ride that was open on fewer days at an hour is closed then. */
  private static final double OPEN_DAYS_MIN = 0.1;

  /** What {@link #clues} gives. */
  static final int CLUES = 7;

  private final UsualDay usualLong = new UsualDay(HALF_DAYS_LONG);
  private final UsualDay usualShort = new UsualDay(HALF_DAYS_SHORT);
  private final UsualDay[] weekdays = new UsualDay[7];

  Signs signs = new Signs();
  private final double[] sampled = new double[ParkTime.QUARTERS];

  /** What was known at each quarter of an hour for each lesson; NaN where that was nothing. */
  private final double[][][] known =
      new double[ParkTime.QUARTERS][Forecast.LEARNT_AHEAD.size()][CLUES];

  private double unusualSum;
  private int unusualCount;
  private int weekday;

  ForecastRide() {
    Arrays.setAll(weekdays, _ -> new UsualDay(HALF_WEEKS));
    forgetToday();
  }

  static double minutes(double log) {
    return Math.max(0, Math.exp(log) - ADDED_MINUTES);
  }

  double now() {
    return Math.log(signs.posted() + ADDED_MINUTES);
  }

  /** What is usual then; NaN: it was never open then. */
  double usual(long at) {
    return usualLong.days(ParkTime.minuteOfDay(at)) < OPEN_DAYS_MIN
        ? Double.NaN
        : of(usualLong, at);
  }

  boolean isKnown(long at) {
    return !Double.isNaN(usual(at));
  }

  double unusual(long at) {
    return now() - usual(at);
  }

  private static double of(UsualDay usual, long at) {
    return usual.at(ParkTime.minuteOfDay(at), 0, 0);
  }

  /**
   * What moves the usual of then, seen from now: how unusual this sign is, all signs are, the last
   * days were then and at this hour, this sign has been all day, and this weekday is; and how far
   * the sign has risen in half an hour.
   */
  double[] clues(long at, long then, double park) {
    double usualThen = usual(then);
    double unusual = unusual(at);
    double weekdayThen = of(weekdays[ParkTime.weekday(at)], then);
    double before = signs.halfAnHourBefore(at);
    return new double[] {
      unusual,
      park,
      of(usualShort, then) - usualThen,
      of(usualShort, at) - usual(at),
      unusualCount == 0 ? unusual : unusualSum / unusualCount,
      Double.isNaN(weekdayThen) ? 0 : weekdayThen - usualThen,
      Double.isNaN(before) ? 0 : now() - Math.log(before + ADDED_MINUTES)
    };
  }

  /** Notes what the sign shows at a full quarter of an hour, and what it says about later ones. */
  void sample(long at, double park) {
    int quarter = ParkTime.quarter(at);
    weekday = ParkTime.weekday(at);
    sampled[quarter] = now();
    if (!isKnown(at)) {
      return;
    }
    unusualSum += unusual(at);
    unusualCount++;
    for (int i = 0; i < known[quarter].length; i++) {
      known[quarter][i] = clues(at, at + Forecast.LEARNT_AHEAD.get(i) * ParkTime.MINUTE, park);
    }
  }

  /** What the sign showed at a full quarter of an hour today. */
  double nowThen(long quarter) {
    return sampled[ParkTime.quarter(quarter)];
  }

  /** What was known then about the time a lesson looks ahead to, if anything. */
  Optional<double[]> cluesThen(long quarter, int lesson) {
    double[] clues = known[ParkTime.quarter(quarter)][lesson];
    return Double.isNaN(clues[2]) ? Optional.empty() : Optional.of(clues);
  }

  private void forgetToday() {
    Arrays.fill(sampled, Double.NaN);
    for (double[][] quarter : known) {
      for (double[] clues : quarter) {
        Arrays.fill(clues, Double.NaN);
      }
    }
    unusualSum = 0;
    unusualCount = 0;
    signs = new Signs();
  }

  void state(Tape tape) {
    usualLong.state(tape);
    usualShort.state(tape);
    for (UsualDay day : weekdays) {
      day.state(tape);
    }
    signs.state(tape);
    tape.numbers(sampled, sampled.length);
    for (double[][] quarter : known) {
      for (double[] clues : quarter) {
        tape.numbers(clues, clues.length);
      }
    }
    unusualSum = tape.number(unusualSum);
    unusualCount = tape.count(unusualCount, ParkTime.QUARTERS);
    weekday = tape.count(weekday, weekdays.length - 1);
  }

  void newDay() {
    usualLong.add(sampled);
    usualShort.add(sampled);
    weekdays[weekday].add(sampled);
    forgetToday();
  }
}
