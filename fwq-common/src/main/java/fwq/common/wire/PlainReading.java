package fwq.common.wire;

import fwq.common.message.Reading;
import fwq.common.park.ParkNumber;
import fwq.common.park.Ride;

/**
 * Reads a sensor's reading as FWQ's own programs write it, {@code [0,105]} or {@code [0,105,3]},
 * without spaces. Anything else, right or wrong, is left to the general reader, with which this one
 * always agrees.
 */
final class PlainReading {
  /** As many digits as surely fit an int. */
  private static final int DIGITS_MAX = 9;

  private static final int RIDE_MAX = 9_999;

  private final byte[] bytes;
  private int next;

  private PlainReading(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The reading, or null when this is to be read in general. */
  static Reading read(byte[] bytes) {
    return bytes == null ? null : new PlainReading(bytes).read();
  }

  private Reading read() {
    int ride = number('[');
    int people = ride < 0 ? -1 : number(',');
    if (people < 0) {
      return null;
    }
    int park = is(',') ? number(',') : 0;
    boolean isWhole = is(']') && next == bytes.length - 1;
    return isWhole
            && ride <= RIDE_MAX
            && people <= Ride.QUEUE_MAX
            && park >= 0
            && park < ParkNumber.PARKS_MAX
        ? new Reading(park, ride, people)
        : null;
  }

  private boolean is(char expected) {
    return next < bytes.length && bytes[next] == expected;
  }

  /** The whole number without a sign that stands after this character, or -1. */
  private int number(char before) {
    if (!is(before)) {
      return -1;
    }
    next++;
    int start = next;
    int number = 0;
    while (next < bytes.length && bytes[next] >= '0' && bytes[next] <= '9') {
      number = 10 * number + bytes[next] - '0';
      next++;
      if (next - start > DIGITS_MAX) {
        return -1;
      }
    }
    int digits = next - start;
    return digits == 0 || (digits > 1 && bytes[start] == '0') ? -1 : number;
  }
}
