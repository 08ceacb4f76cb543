package fwq.guest.trips;

import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Choice.Priced;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Legs;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One choice and how many places of it.
 *
 * @param list 0, or 1 for flights back
 */
public record Chosen(Leg leg, int list, Choice choice, int quantity) {
  public Chosen {
    Objects.requireNonNull(leg, "leg");
    Objects.requireNonNull(choice, "choice");
  }

  /** What it costs, in cents. */
  public long total() {
    return Part.total(choice.parts(quantity));
  }

  /** The same, with the price that an offer of it has now. */
  Chosen repriced(Refusal.PriceChanged changed) {
    List<Priced> offers =
        choice.offers().stream()
            .map(it -> it.offer() == changed.offer() ? new Priced(it.offer(), changed.price()) : it)
            .toList();
    return new Chosen(
        leg,
        list,
        new Choice(choice.service(), offers, choice.left(), choice.goodUntil()),
        quantity);
  }

  /** What is to be booked. */
  static Map<Leg, List<Part>> parts(Collection<Chosen> all) {
    Map<Leg, List<Part>> legs = new EnumMap<>(Leg.class);
    for (Chosen one : all) {
      legs.computeIfAbsent(one.leg, _ -> new ArrayList<>()).addAll(one.choice.parts(one.quantity));
    }
    return legs;
  }

  /** What all of it costs, in cents. */
  static long total(Collection<Chosen> all) {
    return Legs.total(parts(all));
  }
}
