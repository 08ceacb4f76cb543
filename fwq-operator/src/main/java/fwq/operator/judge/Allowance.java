package fwq.operator.judge;

/**
 * What a guest may still say: 20 things at once, and 20 a second.
 *
 * @param usedUpTo epoch milliseconds by the park's clock; each thing takes 50 of them
 */
record Allowance(long usedUpTo) {
  /** Of a login that has said nothing yet. */
  static final Allowance WHOLE = new Allowance(0);

  private static final long EACH_MILLIS = 50;
  private static final long ALL_MILLIS = 1_000;

  boolean suffices(long now) {
    return used(now) + EACH_MILLIS <= ALL_MILLIS;
  }

  Allowance less(long now) {
    return new Allowance(now + used(now) + EACH_MILLIS);
  }

  /** No more than there is can be used: otherwise a clock was set back. */
  private long used(long now) {
    long used = usedUpTo - now;
    return used < 0 || used > ALL_MILLIS ? 0 : used;
  }
}
