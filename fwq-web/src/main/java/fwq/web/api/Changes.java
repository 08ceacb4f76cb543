package fwq.web.api;

import fwq.web.history.Minute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A ride's minutes as what changed: a state holds until the next row, and unseen time is unknown.
 */
record Changes(State opening, List<Row> rows) {
  /** What a ride was; no status where nobody saw it. */
  record State(Optional<String> status, OptionalInt waitMinutes) {
    static final State UNKNOWN = new State(Optional.empty(), OptionalInt.empty());

    static State of(Minute minute) {
      return new State(Optional.of(minute.status()), minute.waitMinutes());
    }
  }

  /** From that minute on. */
  record Row(long minute, State state, List<String> changed) {}

  /**
   * The changes in a time.
   *
   * @param before the last minute before it
   * @param minutes those in it, rising
   * @param end the first minute that is too late, or has not come yet
   */
  static Changes of(long from, Optional<Minute> before, List<Minute> minutes, long end) {
    State opening =
        before.filter(it -> it.minute() == from - 1).map(State::of).orElse(State.UNKNOWN);
    List<Row> rows = new ArrayList<>();
    State state = opening;
    long next = from;
    for (Minute minute : minutes) {
      if (minute.minute() > next) {
        state = add(rows, next, state, State.UNKNOWN);
      }
      state = add(rows, minute.minute(), state, State.of(minute));
      next = minute.minute() + 1;
    }
    if (next < end) {
      add(rows, next, state, State.UNKNOWN);
    }
    return new Changes(opening, List.copyOf(rows));
  }

  private static State add(List<Row> rows, long minute, State before, State now) {
    List<String> changed = new ArrayList<>();
    if (!before.status().equals(now.status())) {
      changed.add("status");
    }
    if (!before.waitMinutes().equals(now.waitMinutes())) {
      changed.add("queue.STANDBY.waitTime");
    }
    if (!changed.isEmpty()) {
      rows.add(new Row(minute, now, List.copyOf(changed)));
    }
    return now;
  }
}
