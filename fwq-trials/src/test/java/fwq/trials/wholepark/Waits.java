package fwq.trials.wholepark;

import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.waitingtime.LastReading;
import fwq.waitingtime.WaitEstimate;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The waiting time server's rule for rides that run. */
public final class Waits {
  private Waits() {}

  /**
   * A ride as it is at a moment.
   *
   * @param people the last reading, if there ever was one
   * @param readAt when it was taken
   */
  public static RideStatus of(Ride ride, OptionalInt people, long readAt, long now) {
    var last = people.stream().mapToObj(count -> new LastReading(count, readAt)).findAny();
    return WaitEstimate.status(ride, last, OptionalLong.of(now - readAt));
  }
}
