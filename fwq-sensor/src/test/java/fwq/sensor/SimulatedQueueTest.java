package fwq.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedQueueTest {
  private static final int DAY = SimulatedQueue.DAY_MINUTES;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void lineIsNeverNegativeHoweverLargeOrSmallTheRide(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int[] ride : new int[][] {{1, 1}, {240, 1}, {1, 10_000}, {3, 30}, {20, 500}}) {
      for (int people : day(new SimulatedQueue(ride[0], ride[1], random))) {
        assertTrue(people >= 0 && people <= Ride.QUEUE_MAX, people + " people, seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noonIsBusierThanTheMorning(long seed) {
    for (Ride ride : RideTable.DEFAULT) {
      int[] people = day(ride, seed);
      double morning = mean(people, 0, 60);
      double noon = mean(people, SimulatedQueue.NOON_MINUTE - 30, SimulatedQueue.NOON_MINUTE + 30);
      assertTrue(noon > 1.5 * morning, ride.key() + " " + morning + " " + noon + ", seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void oneMinuteIsLikeTheNextButNotTheSame(long seed) {
    for (Ride ride : RideTable.DEFAULT) {
      int[] people = day(ride, seed);
      double likeness = autocorrelation(people);
      assertTrue(likeness > 0.8, ride.key() + " " + likeness + ", seed " + seed);
      long changes =
          IntStream.range(1, DAY).filter(minute -> people[minute] != people[minute - 1]).count();
      assertTrue(changes > DAY / 5, ride.key() + " " + changes + ", seed " + seed);
    }
  }

  @Test
  void waitsAreMostlyFiveToNinetyMinutesAndSometimesAboveAnHour() {
    int inRange = 0;
    int aboveAnHour = 0;
    int all = 0;
    for (long seed = 1; seed <= 20; seed++) {
      for (Ride ride : RideTable.DEFAULT) {
        for (int people : day(ride, seed)) {
          double wait = (double) people * ride.cycleMinutes() / ride.capacity();
          inRange += wait >= 5 && wait <= 90 ? 1 : 0;
          aboveAnHour += wait > 60 ? 1 : 0;
          all++;
        }
      }
    }
    double inRangeShare = (double) inRange / all;
    double aboveAnHourShare = (double) aboveAnHour / all;

    assertTrue(inRangeShare > 0.85, "in range: " + inRangeShare);
    assertTrue(
        aboveAnHourShare > 0.02 && aboveAnHourShare < 0.3, "above an hour: " + aboveAnHourShare);
  }

  @Test
  void sameSeedMakesTheSameDay() {
    Ride ride = RideTable.DEFAULT.getFirst();

    assertEquals(
        IntStream.of(day(ride, 7)).boxed().toList(), IntStream.of(day(ride, 7)).boxed().toList());
  }

  private static int[] day(Ride ride, long seed) {
    return day(
        new SimulatedQueue(ride.cycleMinutes(), ride.capacity(), new SplittableRandom(seed)));
  }

  private static int[] day(SimulatedQueue queue) {
    int[] people = new int[DAY];
    for (int minute = 0; minute < DAY; minute++) {
      people[minute] = queue.people();
      queue.advance();
    }
    return people;
  }

  private static double mean(int[] values, int from, int to) {
    return IntStream.range(from, to).map(i -> values[i]).average().orElseThrow();
  }

  private static double autocorrelation(int[] values) {
    double mean = mean(values, 0, values.length);
    double products = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
      if (i > 0) {
        products += (values[i] - mean) * (values[i - 1] - mean);
      }
    }
    return products / squares;
  }
}
