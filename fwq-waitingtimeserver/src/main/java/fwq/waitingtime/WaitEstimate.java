package fwq.waitingtime;

import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What a count means to a guest who joins the line now. Pure: time is an argument. */
public final class WaitEstimate {
  /** A ride whose sensor is silent for longer has no wait. */
  static final Duration SILENCE_LIMIT = Duration.ofSeconds(10);

  private WaitEstimate() {}

  /**
   * Minutes until someone who joins a line of so many departs: the full cycles that leave before,
   * and on average half a cycle until the next one leaves.
   */
  static int minutes(Ride ride, int queue) {
    return queue / ride.capacity() * ride.cycleMinutes() + ride.cycleMinutes() / 2;
  }

  /**
   * A ride as its sensor has it at a moment; whether an operator stops it, the engine knows.
   *
   * @param last its last reading, if there ever was one
   * @param ageMillis how old that is, if that is known
   */
  public static RideStatus status(Ride ride, Optional<LastReading> last, OptionalLong ageMillis) {
    OptionalLong readAt =
        last.map(reading -> OptionalLong.of(reading.at())).orElse(OptionalLong.empty());
    return last.filter(_ -> isFresh(ageMillis))
        .map(
            reading ->
                RideStatus.open(
                    ride, reading.people(), minutes(ride, reading.people()), reading.at()))
        .orElseGet(() -> RideStatus.without(ride, RideState.NO_DATA, readAt));
  }

  private static boolean isFresh(OptionalLong ageMillis) {
    return ageMillis.isPresent() && ageMillis.getAsLong() <= SILENCE_LIMIT.toMillis();
  }
}
