package fwq.sensor;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Any number from 10 to 120, all as likely: no line behaves so, but a demonstration may. */
record RandomCounts(RandomGenerator random) implements Counts {
  static final int LEAST = 10;
  static final int MOST = 120;

  @Override
  public OptionalInt peopleAt(long now) {
    return OptionalInt.of(random.nextInt(LEAST, MOST + 1));
  }
}
