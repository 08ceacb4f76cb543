package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RideStatusTest {
  private static final Ride RIDE = RideTable.DEFAULT.getFirst();
  private static final OptionalInt FIVE = OptionalInt.of(5);
  private static final OptionalInt NONE = OptionalInt.empty();
  private static final OptionalLong READ = OptionalLong.of(1);

  @Test
  void openRideHasQueueWaitAndReading() {
    assertEquals(
        new RideStatus(RIDE, RideState.OPEN, FIVE, FIVE, READ), RideStatus.open(RIDE, 5, 5, 1));
    refused(RideState.OPEN, NONE, FIVE, READ);
    refused(RideState.OPEN, FIVE, NONE, READ);
    refused(RideState.OPEN, NONE, NONE, READ);
    refused(RideState.OPEN, FIVE, FIVE, OptionalLong.empty());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
  void rideThatIsNotOpenHasNoWait(RideState state) {
    refused(state, FIVE, FIVE, READ);
    refused(state, FIVE, NONE, READ);
    refused(state, NONE, FIVE, READ);
    RideStatus status = RideStatus.without(RIDE, state, READ);
    assertEquals(NONE, status.waitMinutes());
    assertSame(status, status.stale());
  }

  @Test
  void impossibleNumbersAreRefused() {
    refused(RideState.OPEN, OptionalInt.of(-1), FIVE, READ);
    refused(RideState.OPEN, OptionalInt.of(Ride.QUEUE_MAX + 1), FIVE, READ);
    refused(RideState.OPEN, FIVE, OptionalInt.of(-1), READ);
  }

  @Test
  void openRideThatNobodyVouchesForHasNoDataButItsLastReadingTime() {
    assertEquals(
        RideStatus.without(RIDE, RideState.NO_DATA, OptionalLong.of(7)),
        RideStatus.open(RIDE, 5, 5, 7).stale());
  }

  private static void refused(
      RideState state, OptionalInt queue, OptionalInt wait, OptionalLong readAt) {
    assertThrows(
        IllegalArgumentException.class, () -> new RideStatus(RIDE, state, queue, wait, readAt));
  }
}
