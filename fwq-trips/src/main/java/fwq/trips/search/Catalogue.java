package fwq.trips.search;

import fwq.trips.offers.Offer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

  private final Map<Page, List<Offer>> pages = new ConcurrentHashMap<>();

  /** What is offered on one route on one day. */
  private record Page(String route, LocalDate day) {}

  /** The offers of a day, in order. */
  public List<Offer> on(String route, LocalDate day) {
    return pages.getOrDefault(new Page(route, day), List.of());
  }

  /** Puts offers in, but for those that are there: what is known of them is newer. */
  public void add(List<Offer> offers) {
    merge(
        offers,
        (before, one) -> before.stream().anyMatch(isLike(one)) ? before : with(before, one));
  }

  /** Puts offers in, each in place of the one that has its id. */
  public void put(List<Offer> offers) {
    merge(
        offers, (before, one) -> with(before.stream().filter(isLike(one).negate()).toList(), one));
  }

  private void merge(List<Offer> offers, BiFunction<List<Offer>, Offer, List<Offer>> how) {
    for (Offer offer : offers) {
      pages.merge(
          new Page(offer.service().route(), offer.service().day()),
          List.of(offer),
          (before, one) -> how.apply(before, one.getFirst()));
    }
  }

  /** Takes out all offers of days before this one. */
  public void forgetBefore(LocalDate day) {
    pages.keySet().removeIf(page -> page.day().isBefore(day));
  }

  private static Predicate<Offer> isLike(Offer one) {
    return other -> other.id() == one.id();
  }

  private static List<Offer> with(List<Offer> others, Offer one) {
    return Stream.concat(others.stream(), Stream.of(one)).sorted(CHEAPEST_FIRST).toList();
  }
}
