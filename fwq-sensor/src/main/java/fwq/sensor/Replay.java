package fwq.sensor;

import fwq.common.park.Ride;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A recorded day of one ride, again: each posted wait as the line that would have caused it. */
final class Replay implements Counts {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private final RecordedDay day;
  private final NavigableMap<Long, Integer> posted;
  private final int cycleMinutes;
  private final int capacity;
  private final long from;
  private final double speed;
  private boolean overTold;

  /**
   * A day that begins, with the first row of any ride, at a moment.
   *
   * @param key which ride of the recorded ones
   * @param from epoch milliseconds at which the day begins
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
    Map.Entry<Long, Integer> last = posted.floorEntry(recorded);
    return last == null ? OptionalInt.empty() : OptionalInt.of(people(last.getValue()));
  }

  @Override
  public long nextChange(long now) {
    long recorded = recorded(now);
    if (posted.isEmpty() || recorded > day.lengthMillis()) {
      return Long.MAX_VALUE;
    }
    Map.Entry<Long, Integer> here = posted.floorEntry(recorded);
    for (Map.Entry<Long, Integer> row : posted.tailMap(recorded, false).entrySet()) {
      if (here == null || !row.getValue().equals(here.getValue())) {
        return Math.max(now + 1, from + (long) Math.ceil(row.getKey() / speed));
      }
    }
    return Math.max(now + 1, from + (long) Math.ceil((day.lengthMillis() + 1) / speed));
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
