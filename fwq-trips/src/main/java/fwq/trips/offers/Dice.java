package fwq.trips.offers;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that is the same wherever and whenever it is asked for the same: SplitMix64, begun from a
 * seed and what the chance is for.
 */
final class Dice {
  /** Of SplitMix64: the golden ratio, as an odd number of 64 bits. */
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private final SplittableRandom random;

  Dice(long seed, long... what) {
    long mixed = seed;
    for (long one : what) {
      mixed = new SplittableRandom(mixed * GAMMA + one).nextLong();
    }
    this.random = new SplittableRandom(mixed);
  }

  /** A number from the first to the last, both included. */
  int from(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** True once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }
}
