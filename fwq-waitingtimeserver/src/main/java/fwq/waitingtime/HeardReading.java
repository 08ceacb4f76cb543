package fwq.waitingtime;

import java.util.OptionalLong;
import java.util.Set;

/**
 * A reading, where it was among the records, and when it was made.
 *
 * @param madeAt milliseconds by the steady clock; nothing where its age is not known
 */
record HeardReading(LastReading reading, OptionalLong madeAt, Place place) {
  /**
   * Where a record was.
   *
   * @param appendedAt when the broker took it, by the broker's clock; nothing where the time is the
   *     sensor's
   */
  record Place(int partition, long offset, OptionalLong appendedAt) {
    /** Not known, as of what is stored. */
    static final Place UNKNOWN = new Place(-1, -1, OptionalLong.empty());
  }

  /** The same, whose place is not known any more where it was in one of these partitions. */
  HeardReading without(Set<Integer> partitions) {
    return partitions.contains(place.partition)
        ? new HeardReading(reading, madeAt, Place.UNKNOWN)
        : this;
  }

  /**
   * Whether it was made after another one of the same ride. A partition's records are in order.
   * Between partitions the broker's time decides, as long as the other is not too old to be shown:
   * two brokers' clocks may differ, and no ride is to be silent for that.
   */
  boolean isAfter(HeardReading other) {
    if (other.place.equals(Place.UNKNOWN)) {
      return true;
    }
    if (place.partition == other.place.partition) {
      return place.offset > other.place.offset;
    }
    if (madeAt.isPresent() != other.madeAt.isPresent()) {
      // What had piled up was there before all that is heard live.
      return madeAt.isPresent();
    }
    boolean isOtherOld =
        madeAt.isPresent()
            && madeAt.getAsLong() - other.madeAt.getAsLong()
                > WaitEstimate.SILENCE_LIMIT.toMillis();
    return isOtherOld
        || place.appendedAt.isEmpty()
        || other.place.appendedAt.isEmpty()
        || place.appendedAt.getAsLong() >= other.place.appendedAt.getAsLong();
  }
}
