package fwq.sensor;

import fwq.common.park.Ride;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recorded day of one ride, again: each posted wait as the line that would have caused it. While
 * the wait is not known, as of a ride that was closed, nothing is said.
 */
final class Replay implements Counts {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  /** A posted wait stands until the ride's next row, and no longer than this. */
  static final long STANDS_MILLIS = Duration.ofHours(1).toMillis();

  private final RecordedDay day;
  private final NavigableMap<Long, OptionalInt> posted;
  private final int cycleMinutes;
  private final int capacity;
  private final long from;
  private final double speed;
  private boolean overTold;

  /**
   * A day that begins, with the first row of any ride, at a moment.
   *
   * @param key which ride of the recorded ones
   * @param from at which of the sensor's milliseconds the day begins
   * @param speed how many times as fast as it was
   */
  Replay(RecordedDay day, String key, int cycleMinutes, int capacity, long from, double speed) {
    this.day = day;
    this.posted = day.posted(key);
    this.cycleMinutes = cycleMinutes;
    this.capacity = capacity;
    this.from = from;
    this.speed = speed;
  }

  @Override
  public OptionalInt peopleAt(long now) {
    long recorded = recorded(now);
    if (posted.isEmpty()) {
      return OptionalInt.empty();
    }
    if (recorded > day.lengthMillis()) {
      if (!overTold) {
        LOG.info("the recorded day {} is over; this sensor is silent from now on", day.date());
        overTold = true;
      }
      return OptionalInt.empty();
    }
    OptionalInt minutes = minutes(recorded);
    return minutes.isEmpty() ? OptionalInt.empty() : OptionalInt.of(people(minutes.getAsInt()));
  }

  @Override
  public long nextChange(long now) {
    long recorded = recorded(now);
    if (posted.isEmpty() || recorded > day.lengthMillis()) {
      return Long.MAX_VALUE;
    }
    OptionalInt here = minutes(recorded);
    for (long row : posted.tailMap(recorded, false).keySet()) {
      if (!minutes(row).equals(here)) {
        return Math.max(now + 1, from + (long) Math.ceil(row / speed));
      }
    }
    return Math.max(now + 1, from + (long) Math.ceil((day.lengthMillis() + 1) / speed));
  }

  /** What the sign showed, if that is known: it is not for long after the ride's last row. */
  private OptionalInt minutes(long recorded) {
    Map.Entry<Long, OptionalInt> last = posted.floorEntry(recorded);
    return last == null || recorded - last.getKey() > STANDS_MILLIS
        ? OptionalInt.empty()
        : last.getValue();
  }

  /** The line that makes guests wait so long. */
  private int people(int minutes) {
    return (int) Math.min(Math.round((double) minutes * capacity / cycleMinutes), Ride.QUEUE_MAX);
  }

  /** Milliseconds into the recorded day; negative before it begins. */
  private long recorded(long now) {
    return (long) Math.floor((now - from) * speed);
  }
}
