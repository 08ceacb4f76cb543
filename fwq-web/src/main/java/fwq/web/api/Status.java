package fwq.web.api;

import fwq.common.park.RideState;
import fwq.web.park.ParkNow;
import fwq.web.park.RideNow;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A ride as the API's readers know rides.
 *
 * @param code {@code OPERATING}, {@code DOWN} or {@code CLOSED}
 * @param waitMinutes nothing when nobody knows, which is not 0
 * @param changedAt epoch milliseconds, moves when anything of this does
 */
record Status(String code, OptionalInt waitMinutes, long changedAt) {
  static final String OPERATING = "OPERATING";
  static final String DOWN = "DOWN";
  static final String CLOSED = "CLOSED";

  /** A ride of which nothing is known for so long counts as out of order. */
  static final long UNKNOWN_MILLIS_MAX = 600_000;

  /** A frozen picture is none: while nobody draws the park, no wait is known. */
  static Status of(RideNow ride, ParkNow park) {
    RideState state = ride.status().state();
    if (state == RideState.OPEN && park.awaySince().isPresent()) {
      return unknown(park.awaySince().getAsLong(), park.now());
    }
    return switch (state) {
      case OPEN -> new Status(OPERATING, ride.status().waitMinutes(), ride.changedAt());
      case NO_DATA -> unknown(since(ride.unknownSince(), ride.changedAt()), park.now());
      case DOWN -> new Status(DOWN, OptionalInt.empty(), ride.changedAt());
      case CLOSED -> new Status(CLOSED, OptionalInt.empty(), ride.changedAt());
    };
  }

  private static long since(OptionalLong unknownSince, long changedAt) {
    return unknownSince.orElse(changedAt);
  }

  private static Status unknown(long since, long now) {
    return now - since < UNKNOWN_MILLIS_MAX
        ? new Status(OPERATING, OptionalInt.empty(), since)
        : new Status(DOWN, OptionalInt.empty(), since + UNKNOWN_MILLIS_MAX);
  }
}
