package fwq.waitingtime.truth;

/** Seconds of a park's own clock, since the epoch's first midnight there. */
public final class ParkTime {
  static final long MINUTE = 60;
  static final long QUARTER = 15 * MINUTE;
  static final long DAY = 24 * 60 * MINUTE;

  /** Quarters of an hour in a day. */
  static final int QUARTERS = 96;

  /** A day begins when nobody is there. */
  private static final long DAY_BEGINS = 3 * 60 * MINUTE;

  private ParkTime() {}

  /** Minutes since midnight. */
  static double minuteOfDay(long at) {
    return Math.floorMod(at, DAY) / 60.0;
  }

  /** Which quarter of an hour since midnight, from 0. */
  static int quarter(long at) {
    return (int) (Math.floorMod(at, DAY) / QUARTER);
  }

  /** The last beginning of a day until then. */
  static long dayBreak(long at) {
    return at - Math.floorMod(at - DAY_BEGINS, DAY);
  }

  /** The first full quarter of an hour from then on. */
  static long nextQuarter(long at) {
    return at + Math.floorMod(-at, QUARTER);
  }

  /** 0 for one weekday to 6. */
  static int weekday(long at) {
    return Math.floorMod(Math.floorDiv(at - DAY_BEGINS, DAY), 7);
  }

  static double minutes(long from, long to) {
    return (to - from) / 60.0;
  }
}
