package fwq.trips.search;

import fwq.trips.offers.Offer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

  /** Puts offers in, each in place of the one that has its id. */
  public void put(List<Offer> offers) {
    for (Offer offer : offers) {
      pages.merge(
          new Page(offer.service().route(), offer.service().day()),
          List.of(offer),
          (before, one) -> with(before, one.getFirst()));
    }
  }

  /** Takes out all offers of days before this one. */
  public void forgetBefore(LocalDate day) {
    pages.keySet().removeIf(page -> page.day().isBefore(day));
  }

  private static List<Offer> with(List<Offer> before, Offer changed) {
    List<Offer> after = new ArrayList<>(before);
    after.removeIf(offer -> offer.id() == changed.id());
    after.add(changed);
    after.sort(CHEAPEST_FIRST);
    return List.copyOf(after);
  }
}
