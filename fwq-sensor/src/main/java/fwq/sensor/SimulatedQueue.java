package fwq.sensor;

import fwq.common.park.Ride;
import java.util.random.RandomGenerator;

/**
 * A plausible line, one park minute at a time. Groups arrive by chance, more of them while the line
 * is shorter than what guests put up with at that hour; with each cycle as many leave as there are
 * seats. So the line breathes around the hour's typical wait, which is longest about noon, and two
 * minutes that follow each other are alike.
 */
public final class SimulatedQueue {
  /** From opening to closing; the next day follows at once. */
  static final int DAY_MINUTES = 600;

  /** Minutes after opening when the park is fullest. */
  static final int NOON_MINUTE = 200;

  private static final double QUIET_WAIT = 12;
  private static final double NOON_WAIT = 58;
  private static final double NOON_WIDTH = 110;

  /** How fast a line grows or shrinks to what guests put up with, in minutes. */
  private static final double PATIENCE = 20;

  /** Ups and downs of an hour: a show ends, a shower comes down. */
  private static final double MOOD_MEMORY = 0.95;

  private static final double MOOD_STEP = 0.06;
  private static final int GROUP_MAX = 5;
  private static final double GROUP_MEAN = (1 + GROUP_MAX) / 2.0;

  private final int cycleMinutes;
  private final int capacity;
  private final RandomGenerator random;
  private final double popularity;
  private final int noonMinute;
  private long minutes;
  private double mood;
  private int people;

  /**
   * A line at opening time.
   *
   * @param cycleMinutes minutes from one departure to the next
   * @param capacity people who leave with each
   */
  public SimulatedQueue(int cycleMinutes, int capacity, RandomGenerator random) {
    this.cycleMinutes = cycleMinutes;
    this.capacity = capacity;
    this.random = random;
    this.popularity = random.nextDouble(0.6, 1.3);
    this.noonMinute = NOON_MINUTE + random.nextInt(-40, 41);
    this.people = (int) Math.min(typicalWait() / cycleMinutes * capacity, Ride.QUEUE_MAX);
  }

  /** People in line now, 0..100,000. */
  int people() {
    return people;
  }

  /** Lets one park minute pass. */
  void advance() {
    minutes++;
    mood = MOOD_MEMORY * mood + MOOD_STEP * random.nextGaussian();
    people = Math.min(people + arrivals(), Ride.QUEUE_MAX);
    if (minutes % cycleMinutes == 0) {
      people -= Math.min(people, capacity);
    }
  }

  /** The wait that guests put up with at this hour, in minutes. */
  private double typicalWait() {
    int minuteOfDay = (int) (minutes % DAY_MINUTES);
    double fromNoon = (minuteOfDay - noonMinute) / NOON_WIDTH;
    double wait = QUIET_WAIT + NOON_WAIT * Math.exp(-fromNoon * fromNoon);
    return wait * popularity * Math.max(0, 1 + mood);
  }

  private int arrivals() {
    double wait = (double) people * cycleMinutes / capacity;
    double perMinute = (double) capacity / cycleMinutes;
    double expected = perMinute * Math.max(0, 1 + (typicalWait() - wait) / PATIENCE);
    int groups = poisson(expected / GROUP_MEAN);
    int arrived = 0;
    for (int group = 0; group < groups; group++) {
      arrived += random.nextInt(1, GROUP_MAX + 1);
    }
    return arrived;
  }

  private int poisson(double mean) {
    if (mean > 50) {
      // So close to a normal distribution that nobody could tell.
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
