package fwq.waitingtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitEstimateTest {
  private static final Ride RIDE = new Ride(0, "carousel", "Carousel", Position.ofCell(21), 10, 20);
  private static final long NOW = HandClock.START;

  private record Guest(double joined, int ahead) {}

  @ParameterizedTest
  @CsvSource({
    "10, 20, 0, 5",
    "10, 20, 19, 5",
    "10, 20, 20, 15",
    "10, 20, 54, 25",
    "10, 20, 105, 55",
    "15, 18, 17, 7",
    "15, 18, 36, 37",
    "1, 10000, 100000, 10",
    "240, 1, 100000, 24000120"
  })
  void waitIsTheFullCyclesAheadAndHalfACycle(int cycle, int capacity, int queue, int wait) {
    Ride ride = new Ride(0, "r", "R", Position.GATE, cycle, capacity);

    assertEquals(wait, WaitEstimate.minutes(ride, queue));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void simulatedArrivalsShowTheWaitUnbiasedAndHalfACycleShortWithoutItsHalf(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ArrayDeque<Guest> line = new ArrayDeque<>();
    double perMinute = 0.97 * RIDE.capacity() / RIDE.cycleMinutes();
    double departure = RIDE.cycleMinutes();
    double now = 0;
    double error = 0;
    double errorWithoutHalf = 0;
    int tombstones = 0;
    while (tombstones < 200_000) {
      now -= Math.log(1 - random.nextDouble()) / perMinute;
      for (; departure < now; departure += RIDE.cycleMinutes()) {
        for (int seat = 0; seat < RIDE.capacity() && !line.isEmpty(); seat++) {
          Guest guest = line.poll();
          double waited = departure - guest.joined();
          int fullCycles = guest.ahead() / RIDE.capacity() * RIDE.cycleMinutes();
          error += WaitEstimate.minutes(RIDE, guest.ahead()) - waited;
          errorWithoutHalf += fullCycles - waited;
          tombstones++;
        }
      }
      line.add(new Guest(now, line.size()));
    }

    assertEquals(0, error / tombstones, 0.1, "minutes of mean error, seed " + seed);
    assertEquals(
        -RIDE.cycleMinutes() / 2.0,
        errorWithoutHalf / tombstones,
        0.1,
        "minutes of mean error without the half cycle, seed " + seed);
  }

  @Test
  void freshReadingMakesAnOpenRideWithItsWait() {
    assertEquals(RideStatus.open(RIDE, 54, 25, NOW - 3_000), status(3_000));
  }

  @Test
  void readingIsLiveForExactlyTenSeconds() {
    assertEquals(RideState.OPEN, status(10_000).state());
    assertEquals(RideState.NO_DATA, status(10_001).state());
  }

  @Test
  void rideWithAnOldReadingHasNoWaitButTellsWhenItWasRead() {
    RideStatus status = status(3_600_000);

    assertEquals(OptionalInt.empty(), status.waitMinutes());
    assertEquals(OptionalInt.empty(), status.queue());
    assertEquals(OptionalLong.of(NOW - 3_600_000), status.readAt());
  }

  @Test
  void rideThatWasNeverReadHasNoData() {
    RideStatus status = WaitEstimate.status(RIDE, Optional.empty(), OptionalLong.empty());

    assertEquals(RideStatus.without(RIDE, RideState.NO_DATA, OptionalLong.empty()), status);
  }

  @Test
  void readingOfAnUnknownAgeIsNotLive() {
    assertEquals(
        RideStatus.without(RIDE, RideState.NO_DATA, OptionalLong.of(NOW)),
        WaitEstimate.status(RIDE, Optional.of(new LastReading(54, NOW)), OptionalLong.empty()));
  }

  private static RideStatus status(long age) {
    return WaitEstimate.status(
        RIDE, Optional.of(new LastReading(54, NOW - age)), OptionalLong.of(age));
  }
}
