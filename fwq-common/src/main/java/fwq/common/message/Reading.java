package fwq.common.message;

import fwq.common.park.Ride;

/**
 * What a sensor says: so many people stand in this ride's line.
 *
 * @param ride the ride's id, 0..9999
 * @param people 0..100,000
 */
public record Reading(int ride, int people) {
  /** Refuses what no working sensor says. */
  public Reading {
    if (ride < 0 || ride > 9_999) {
      throw new IllegalArgumentException("a ride's id is a number from 0 to 9999, got " + ride);
    }
    if (people < 0 || people > Ride.QUEUE_MAX) {
      throw new IllegalArgumentException(
          "people in line are a number from 0 to " + Ride.QUEUE_MAX + ", got " + people);
    }
  }
}
