package fwq.common.park;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What does not change about a ride during the day.
 *
 * @param id 0..9999, what sensors call it
 * @param key short name for files, such as {@code soarin}
 * @param name what guests call it, 1..60 characters of which some can be seen
 * @param position where it stands
 * @param cycleMinutes minutes from one departure to the next, 1..240
 * @param capacity people who leave with each cycle, 1..10,000
 */
public record Ride(
    int id, String key, String name, Position position, int cycleMinutes, int capacity) {
  /** Rides that one park can have: keeps a map frame bounded. */
  public static final int RIDES_MAX = 40;

  /** Ids begin with 0. */
  public static final int ID_MAX = 9_999;

  /** People in one line: a larger reading is a broken sensor. */
  public static final int QUEUE_MAX = 100_000;

  private static final Pattern KEY = Pattern.compile("[a-z0-9_]{1,40}");

  /** Refuses values outside the ranges above. */
  public Ride {
    require(id >= 0 && id <= ID_MAX, "a ride's id is a number from 0 to 9999, got " + id);
    require(
        KEY.matcher(Objects.requireNonNull(key, "key")).matches(),
        "a ride's key is 1 to 40 of a-z, 0-9 and _, got " + key);
    require(
        Objects.requireNonNull(name, "name").length() <= 60 && Legible.isName(name),
        "a ride's name has 1 to 60 characters on one line, some of which can be seen, got '"
            + name
            + "'");
    Objects.requireNonNull(position, "position");
    require(
        cycleMinutes >= 1 && cycleMinutes <= 240,
        "a ride's cycle is 1 to 240 minutes, got " + cycleMinutes);
    require(
        capacity >= 1 && capacity <= 10_000,
        "a ride's capacity is 1 to 10000 people a cycle, got " + capacity);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
