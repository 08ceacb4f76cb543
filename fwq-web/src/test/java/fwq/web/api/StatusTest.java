package fwq.web.api;

import static fwq.web.Samples.AT;
import static fwq.web.Samples.CAROUSEL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.ParkSign;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.web.park.ParkNow;
import fwq.web.park.RideNow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatusTest {
  private static final long MINUTE = 60_000;

  @Test
  void openRideOperatesWithItsMinutes() {
    RideNow ride = new RideNow(RideStatus.open(CAROUSEL, 40, 0, AT), AT, OptionalLong.empty());
    assertEquals(new Status("OPERATING", OptionalInt.of(0), AT), of(ride, live(AT + 5)));
  }

  @Test
  void unknownWaitIsNullAndAfterTenMinutesTheRideIsDown() {
    RideNow ride = new RideNow(without(RideState.NO_DATA), AT + 1, OptionalLong.of(AT));
    assertEquals(
        new Status("OPERATING", OptionalInt.empty(), AT), of(ride, live(AT + 10 * MINUTE - 1)));
    assertEquals(
        new Status("DOWN", OptionalInt.empty(), AT + 10 * MINUTE),
        of(ride, live(AT + 10 * MINUTE)));
  }

  @Test
  void downAndClosedHaveNoWait() {
    for (RideState state : List.of(RideState.DOWN, RideState.CLOSED)) {
      RideNow ride = new RideNow(without(state), AT, OptionalLong.empty());
      assertEquals(new Status(state.name(), OptionalInt.empty(), AT), of(ride, live(AT)));
    }
  }

  @Test
  void frozenPictureDoesNotReadAsOpen() {
    RideNow ride = new RideNow(RideStatus.open(CAROUSEL, 40, 25, AT), AT, OptionalLong.empty());
    assertEquals(
        new Status("OPERATING", OptionalInt.empty(), AT + 1), of(ride, away(AT + 1, AT + MINUTE)));
    assertEquals("DOWN", of(ride, away(AT + 1, AT + 11 * MINUTE)).code());
  }

  private static Status of(RideNow ride, ParkNow park) {
    return Status.of(ride, park);
  }

  private static RideStatus without(RideState state) {
    return RideStatus.without(CAROUSEL, state, OptionalLong.empty());
  }

  private static ParkNow live(long now) {
    return new ParkNow(
        0, ParkSign.OPEN, now, now, OptionalLong.empty(), 0, 9, List.of(), Optional.empty());
  }

  private static ParkNow away(long since, long now) {
    return new ParkNow(
        0, ParkSign.OPEN, now, now, OptionalLong.of(since), 0, 9, List.of(), Optional.empty());
  }
}
