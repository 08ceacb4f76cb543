package fwq.common.talk.visit;

/**
 * How fast one guest may say things that count: 20 a second, and 20 at once. What was said is paid
 * for with time, up to the guest's pace: a moment of the park's time that may be a second ahead of
 * it. Pure, and a part of the park: so whoever reads the same records lets the same ones count.
 */
public final class Pace {
  /** What one thing that a guest says costs. */
  public static final long EVENT_MILLIS = 50;

  /** How far a guest's pace may be ahead. */
  private static final long AHEAD_MILLIS_MAX = 1_000;

  private Pace() {}

  /** Whether a guest whose pace is this may say something now. */
  public static boolean allows(long pace, long now) {
    return ahead(pace, now) <= AHEAD_MILLIS_MAX - EVENT_MILLIS;
  }

  /** The guest's pace once that was said. */
  public static long after(long pace, long now) {
    return now + ahead(pace, now) + EVENT_MILLIS;
  }

  private static long ahead(long pace, long now) {
    long ahead = pace - now;
    // More than there can be: a clock was set back.
    return ahead > AHEAD_MILLIS_MAX ? 0 : Math.max(0, ahead);
  }
}
