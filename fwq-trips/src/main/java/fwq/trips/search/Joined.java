package fwq.trips.search;

import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Choice.Priced;
import fwq.common.talk.trips.Service;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.trips.offers.Offer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Offers as a guest sees them: consecutive nights in one room are one stay. */
public final class Joined {
  private Joined() {}

  /** An offer by itself. */
  static Choice one(Offer offer) {
    return of(List.of(offer));
  }

  /** Consecutive offers as one choice; as many are left as of the scarcest. */
  static Choice of(List<Offer> offers) {
    Offer first = offers.getFirst();
    return new Choice(
        joined(first.service(), offers.getLast().service()),
        offers.stream().map(offer -> new Priced(offer.id(), offer.price())).toList(),
        offers.stream().mapToInt(Offer::left).min().orElseThrow(),
        first.goodUntil());
  }

  /** Whatever is held together, with the nights that follow each other joined. */
  public static List<Choice> all(List<Offer> offers) {
    List<List<Offer>> groups = new ArrayList<>();
    offers.stream()
        .sorted(Comparator.comparing(Joined::room).thenComparing(offer -> offer.service().day()))
        .forEach(
            offer -> {
              if (!groups.isEmpty() && follows(groups.getLast().getLast(), offer)) {
                groups.getLast().add(offer);
              } else {
                groups.add(new ArrayList<>(List.of(offer)));
              }
            });
    return groups.stream().map(Joined::of).toList();
  }

  private static boolean follows(Offer before, Offer after) {
    return Room.of(before).isPresent()
        && Room.of(before).equals(Room.of(after))
        && before.service().lastDay().equals(after.service().day());
  }

  /** Has rooms of one type stand together; of what is no room, all is one. */
  private static String room(Offer offer) {
    return Room.of(offer).map(Room::toString).orElse("");
  }

  private static Service joined(Service first, Service last) {
    return switch (first) {
      case Stay stay -> stay.until(last.lastDay());
      case Flight flight -> flight;
      case Tour tour -> tour;
    };
  }
}
