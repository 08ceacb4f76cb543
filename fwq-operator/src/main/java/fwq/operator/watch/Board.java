package fwq.operator.watch;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** All that an operator is shown, and which park is chosen. Pure: times are epoch milliseconds. */
final class Board {
  /** Digits within this are one number. */
  private static final long NUMBER_MILLIS = 1_500;

  private final String broker;
  private final NavigableMap<Integer, WatchedPark> parks = new TreeMap<>();
  private Optional<String> trouble = Optional.empty();
  private int count;
  private int chosen;
  private int typed;
  private long typedAt = Long.MIN_VALUE;

  /**
   * A board of no parks yet.
   *
   * @param broker where they are heard, for the title
   * @param chosen the park to begin with, which need not be there yet
   */
  Board(String broker, int chosen) {
    this.broker = broker;
    this.chosen = chosen;
  }

  void add(Mail mail) {
    trouble = mail.trouble();
    // Parks are added and never taken away; a broker that is away does not know.
    count = Math.max(count, mail.parks());
    for (int number = parks.size(); number < count; number++) {
      parks.put(number, new WatchedPark(number));
    }
    for (Sighting sighting : mail.sightings()) {
      WatchedPark park = parks.get(sighting.frame().park());
      if (park != null) {
        park.heard(sighting);
      }
    }
    Map<Integer, Long> ends = mail.ends();
    for (WatchedPark park : parks.values()) {
      Long end = ends.get(park.number());
      park.ended(end == null ? OptionalLong.empty() : OptionalLong.of(end));
    }
  }

  /** Chooses the park so many places further on in the list. */
  void move(int places) {
    choose(chosen + places);
  }

  /** Chooses the park of that number, or the nearest there is. */
  void choose(int number) {
    chosen = Math.clamp(number, 0, Math.max(0, count - 1));
  }

  /** Adds a digit of a park's number. */
  void digit(int digit, long now) {
    boolean more = typedAt != Long.MIN_VALUE && now - typedAt < NUMBER_MILLIS;
    typed = more && typed * 10 + digit < count ? typed * 10 + digit : digit;
    typedAt = now;
    choose(typed);
  }

  String broker() {
    return broker;
  }

  int chosen() {
    return chosen;
  }

  Optional<WatchedPark> park() {
    return park(chosen);
  }

  Optional<WatchedPark> park(int number) {
    return Optional.ofNullable(parks.get(number));
  }

  /** How many parks there are; 0 while that is not known. */
  int count() {
    return count;
  }

  /** Why nothing can be heard, as half a sentence. */
  Optional<String> trouble() {
    return trouble;
  }
}
