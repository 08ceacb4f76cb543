package fwq.common.talk.sensor;

import fwq.common.park.ParkNumber;
import fwq.common.park.Ride;
import fwq.kit.json.PlainText;

/**
 * Reads a sensor's reading as FWQ's own programs write it, {@code [0,105]} or {@code [0,105,3]},
 * without spaces. Anything else, right or wrong, is left to the general reader, with which this one
 * always agrees.
 */
final class PlainReading {
  private PlainReading() {}

  /** The reading, or null when this is to be read in general. */
  static Reading read(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    PlainText text = new PlainText(bytes);
    long ride = text.skip('[') ? text.number() : -1;
    long people = ride >= 0 && text.skip(',') ? text.number() : -1;
    if (people < 0) {
      return null;
    }
    long park = text.skip(',') ? text.number() : 0;
    return text.skip(']')
            && text.isAtEnd()
            && ride <= Ride.ID_MAX
            && people <= Ride.QUEUE_MAX
            && park >= 0
            && park < ParkNumber.PARKS_MAX
        ? new Reading((int) park, (int) ride, (int) people)
        : null;
  }
}
