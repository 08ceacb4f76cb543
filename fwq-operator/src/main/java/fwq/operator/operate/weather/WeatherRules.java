package fwq.operator.operate.weather;

import fwq.common.park.Ride;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Pure: which rides the weather closes. A limit has to be passed for five minutes, so that a gust
 * closes nothing; what nobody knows closes nothing either. Where it is not decided yet nothing is
 * said, so that a ride stays as whoever watched before has left it.
 */
final class WeatherRules {
  /** So long beyond a limit closes. */
  static final long BEYOND_MILLIS = 300_000;

  /** What was known so long ago is not known. */
  static final long KNOWN_MILLIS = 600_000;

  private final List<Watched> rules;
  private OptionalLong begunAt = OptionalLong.empty();
  private long now;

  /** A rule, and how it has been. */
  private static final class Watched {
    private final Rule rule;
    private OptionalLong beyondSince = OptionalLong.empty();
    private OptionalLong knownAt = OptionalLong.empty();
    private boolean closed;

    Watched(Rule rule) {
      this.rule = rule;
    }
  }

  WeatherRules(List<Rule> rules) {
    this.rules = rules.stream().map(Watched::new).toList();
  }

  /**
   * Looks at the weather.
   *
   * @param places the weather of the four quadrants, or of all of the park, or nothing where nobody
   *     knows
   * @param now milliseconds by a clock that nobody sets
   */
  void observe(List<Conditions> places, long now) {
    begunAt = OptionalLong.of(begunAt.orElse(now));
    this.now = now;
    for (Watched it : rules) {
      OptionalDouble value = value(it.rule, places);
      if (value.isPresent()) {
        it.knownAt = OptionalLong.of(now);
        judge(it, value.getAsDouble(), now);
      } else if (it.knownAt.isEmpty() || now - it.knownAt.getAsLong() >= KNOWN_MILLIS) {
        it.closed = false;
        it.beyondSince = OptionalLong.empty();
      }
    }
  }

  private static OptionalDouble value(Rule rule, List<Conditions> places) {
    if (places.isEmpty()) {
      return OptionalDouble.empty();
    }
    // The weather of one place is that of the whole park.
    int place = places.size() == 1 ? 0 : rule.quadrant().orElse(0);
    return rule.value(places.get(place));
  }

  private static void judge(Watched it, double value, long now) {
    if (!it.rule.isBeyond(value)) {
      it.beyondSince = OptionalLong.empty();
      it.closed &= !it.rule.isInside(value);
    } else if (it.beyondSince.isEmpty()) {
      it.beyondSince = OptionalLong.of(now);
    } else {
      it.closed |= now - it.beyondSince.getAsLong() >= BEYOND_MILLIS;
    }
  }

  private boolean isDecided(Watched it) {
    return it.knownAt.isPresent()
        ? it.closed || it.beyondSince.isEmpty()
        : now - begunAt.orElse(now) >= KNOWN_MILLIS;
  }

  /**
   * Of the rides that a rule is about: whether it is closed, and why, if so. Those of which it is
   * not decided are not among them.
   */
  Map<Integer, Optional<Closed>> of(List<Ride> rides) {
    Map<Integer, Optional<Closed>> verdicts = new LinkedHashMap<>();
    for (Ride ride : rides) {
      List<Watched> its = new ArrayList<>(rules);
      its.removeIf(it -> !it.rule.concerns(ride));
      Optional<Closed> closed =
          its.stream().filter(it -> it.closed).findFirst().map(it -> new Closed(it.rule.reason()));
      if (closed.isPresent() || (!its.isEmpty() && its.stream().allMatch(this::isDecided))) {
        verdicts.put(ride.id(), closed);
      }
    }
    return verdicts;
  }

  /**
   * A ride is closed.
   *
   * @param reason for guests
   */
  record Closed(Optional<String> reason) {}
}
