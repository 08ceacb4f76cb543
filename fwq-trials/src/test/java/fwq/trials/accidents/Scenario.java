package fwq.trials.accidents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What is to happen to which park.
 *
 * @param guests of each park
 * @param capacity of each park
 * @param length how long accidents happen
 * @param accidents how many of each kind
 * @param basePort the broker's port; the other programs have those after it
 */
record Scenario(
    int guests,
    int capacity,
    int engines,
    int parks,
    Duration length,
    Map<Kind, Integer> accidents,
    int basePort) {
  /** What can happen. */
  enum Kind {
    /** An engine is killed, and started again a moment later. */
    ENGINE,
    /** The broker is killed, and started again at once. */
    BROKER,
    /** The engine that owns a park stands still for 30 s. */
    PAUSE,
    /** Another program is killed, and started again a moment later, or stands still for a while. */
    OTHER
  }

  /**
   * An accident.
   *
   * @param at when, from the beginning of the accidents
   */
  record Accident(Kind kind, Duration at) {}

  /** The accidents in their order, at moments drawn by lot. */
  List<Accident> draw(RandomGenerator random) {
    List<Accident> drawn = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < accidents.getOrDefault(kind, 0); i++) {
        drawn.add(new Accident(kind, Duration.ofMillis(random.nextLong(length.toMillis()))));
      }
    }
    drawn.sort(Comparator.comparing(Accident::at));
    return drawn;
  }

  /** Guests that can be inside a park at once. */
  int crowd() {
    return Math.min(guests, capacity);
  }
}
