package fwq.web.trip;

import fwq.common.talk.trips.Towns;
import fwq.guest.trips.Field;
import fwq.guest.trips.Page;
import fwq.guest.trips.TripPlan;
import fwq.kit.program.BoundedMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The plans that guests are making, one for each login. Those that were not looked at for longest
 * are forgotten first. For any number of threads.
 */
final class Plans {
  /** Some 10 KB each, 100 KB where all lists are full. */
  static final int PLANS_MAX = 1_000;

  private final Map<String, TripPlan> plans = BoundedMap.byUse(PLANS_MAX);

  /** The guest's plan, or one that begins now. */
  synchronized TripPlan of(Traveller guest) {
    TripPlan known = plans.get(guest.login());
    return known == null ? begin(guest) : known;
  }

  /** A new plan in place of the old one. Whoever knows its id can open the trip: a random one. */
  synchronized TripPlan begin(Traveller guest) {
    TripPlan plan = TripPlan.begin(UUID.randomUUID(), Towns.ofPark(guest.park()));
    return keep(guest, guest.name().map(name -> plan.type(Field.TRAVELLER, name)).orElse(plan));
  }

  /** Keeps what has become of it. */
  synchronized TripPlan keep(Traveller guest, TripPlan plan) {
    plans.put(guest.login(), plan);
    return plan;
  }

  /** The guest's plan at that page; nothing where it has not come so far. */
  Optional<TripPlan> at(Traveller guest, Page page) {
    return of(guest).turn(page).map(plan -> keep(guest, plan));
  }
}
