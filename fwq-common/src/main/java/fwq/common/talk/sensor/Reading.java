package fwq.common.talk.sensor;

import fwq.common.park.ParkNumber;
import fwq.common.park.Ride;

/**
 * What a sensor says: so many people stand in this ride's line.
 *
 * @param park the number of the ride's park, 0..999
 * @param ride the ride's id in its park, 0..9999
 * @param people 0..100,000
 */
public record Reading(int park, int ride, int people) {
  /** Refuses what no working sensor says. */
  public Reading {
    ParkNumber.check(park);
    if (ride < 0 || ride > Ride.ID_MAX) {
      throw new IllegalArgumentException("a ride's id is a number from 0 to 9999, got " + ride);
    }
    if (people < 0 || people > Ride.QUEUE_MAX) {
      throw new IllegalArgumentException(
          "people in line are a number from 0 to " + Ride.QUEUE_MAX + ", got " + people);
    }
  }
}
