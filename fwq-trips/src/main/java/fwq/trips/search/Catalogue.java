package fwq.trips.search;

import fwq.trips.offers.Offer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All offers, as searches want them: by route and day, cheapest first, ties by hour and then by id.
 * What is in it is for guests to choose from; whether places are left is decided by the tables.
 * Many threads may search while one changes offers.
 */
public final class Catalogue {
  private static final Comparator<Offer> CHEAPEST_FIRST =
      Comparator.comparingInt(Offer::price)
          .thenComparing(offer -> offer.service().hour())
          .thenComparingLong(Offer::id);

  private static final Offers NONE = new Offers(List.of(), Map.of());

  private final Map<Page, Offers> pages = new ConcurrentHashMap<>();

  /** One route on one day. */
  private record Page(String route, LocalDate day) {}

  /**
   * What is offered there.
   *
   * @param rooms the cheapest offer of each room, where there are any
   */
  private record Offers(List<Offer> cheapestFirst, Map<Room, Offer> rooms) {
    static Offers of(Stream<Offer> offers) {
      List<Offer> sorted = offers.sorted(CHEAPEST_FIRST).toList();
      Map<Room, Offer> rooms = new HashMap<>();
      sorted.forEach(offer -> Room.of(offer).ifPresent(room -> rooms.putIfAbsent(room, offer)));
      return new Offers(sorted, Map.copyOf(rooms));
    }
  }

  /** The offers of a day, in order. */
  public List<Offer> on(String route, LocalDate day) {
    return pages.getOrDefault(new Page(route, day), NONE).cheapestFirst();
  }

  /** A room on another day, if it is offered then. */
  Optional<Offer> on(Room room, LocalDate day) {
    return Optional.ofNullable(
        pages.getOrDefault(new Page(room.city(), day), NONE).rooms().get(room));
  }

  /** Puts offers in, but for those that are there: what is known of them is newer. */
  public void add(List<Offer> offers) {
    merge(
        offers, (before, one) -> before.stream().anyMatch(isLike(one)) ? before : and(before, one));
  }

  /** Puts offers in, each in place of the one that has its id. */
  public void put(List<Offer> offers) {
    merge(offers, (before, one) -> and(before.stream().filter(isLike(one).negate()).toList(), one));
  }

  private void merge(List<Offer> offers, BiFunction<List<Offer>, Offer, List<Offer>> how) {
    for (Offer offer : offers) {
      Offers _ =
          pages.compute(
              new Page(offer.service().route(), offer.service().day()),
              (_, before) ->
                  Offers.of(
                      how
                          .apply(before == null ? List.of() : before.cheapestFirst(), offer)
                          .stream()));
    }
  }

  /** Takes out all offers of days before this one. */
  public void forgetBefore(LocalDate day) {
    pages.keySet().removeIf(page -> page.day().isBefore(day));
  }

  private static Predicate<Offer> isLike(Offer one) {
    return other -> other.id() == one.id();
  }

  private static List<Offer> and(List<Offer> others, Offer one) {
    return Stream.concat(others.stream(), Stream.of(one)).toList();
  }
}
