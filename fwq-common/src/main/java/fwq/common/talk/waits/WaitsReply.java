package fwq.common.talk.waits;

import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.kit.json.ErrorReply;
import java.util.List;

/** What the waiting time server answers. */
public sealed interface WaitsReply {
  /** The request was not carried out. */
  record Refused(ErrorReply error) implements WaitsReply {
    /** An error without field or retry time. */
    public static Refused of(Enum<?> code, String message) {
      return new Refused(ErrorReply.of(code, message));
    }
  }

  /** Every ride of the park that was asked for; none where that park has none. */
  record Waits(List<RideStatus> rides) implements WaitsReply {
    /** Refuses more rides than a park can have. */
    public Waits {
      rides = List.copyOf(rides);
      if (rides.size() > Ride.RIDES_MAX) {
        throw new IllegalArgumentException("a park has at most " + Ride.RIDES_MAX + " rides");
      }
    }
  }
}
