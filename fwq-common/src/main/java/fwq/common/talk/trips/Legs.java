package fwq.common.talk.trips;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The legs of a trip: what is to be held, at each seller that has a part in it. */
public final class Legs {
  private Legs() {}

  /** Refuses a trip without legs; takes a copy, in the order in which they are held. */
  public static Map<Leg, List<Part>> checked(Map<Leg, List<Part>> legs) {
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("a trip has a flight, a hotel or a tour at least");
    }
    Map<Leg, List<Part>> copy = new EnumMap<>(Leg.class);
    legs.forEach((leg, parts) -> copy.put(leg, Part.checked(parts)));
    return Collections.unmodifiableMap(copy);
  }

  /** What all of it costs, in cents. */
  public static long total(Map<Leg, List<Part>> legs) {
    return Part.total(legs.values().stream().flatMap(Collection::stream).toList());
  }
}
