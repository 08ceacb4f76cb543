package fwq.common.talk.waits;

import fwq.common.park.ParkNumber;

/**
 * What an engine asks of the waiting time server: every ride of a park as it is now.
 *
 * @param park the park's number, 0..999
 */
public record WaitsRequest(int park) {
  /** Refuses a number that no park can have. */
  public WaitsRequest {
    ParkNumber.check(park);
  }
}
