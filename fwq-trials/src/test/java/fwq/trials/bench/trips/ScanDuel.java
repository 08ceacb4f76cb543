package fwq.trials.bench.trips;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Query;
import fwq.common.talk.trips.SearchRules;
import fwq.common.talk.trips.Service.Flight;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;
import fwq.trips.offers.DayOffers;
import fwq.trips.offers.Offer;
import fwq.trips.search.Catalogue;
import fwq.trips.search.Finder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The finder beside a scan over all offers for each search, as coursework does it: over the 35,530
 * offers that one such system has. One thread each, without sockets.
 */
public final class ScanDuel implements Duel {
  private static final int OFFERS = 35_530;
  private static final int FOUND = 20_000;
  private static final int SCANNED = 400;

  private final List<Offer> offers = new ArrayList<>();
  private final Map<Leg, Catalogue> catalogues = new EnumMap<>(Leg.class);

  /** Makes the offers, and the seller's own order of them. */
  public ScanDuel() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (Leg leg : Leg.values()) {
      catalogues.put(leg, new Catalogue());
    }
    for (int day = 0; offers.size() < OFFERS; day++) {
      for (Leg leg : Leg.values()) {
        List<Offer> some =
            DayOffers.of(leg, 7, OpenSeller.HOME).on(today.plusDays(day)).stream()
                .limit(OFFERS - offers.size())
                .toList();
        offers.addAll(some);
        catalogues.get(leg).add(some);
      }
    }
  }

  @Override
  public String name() {
    return "search-scan";
  }

  @Override
  public String unit() {
    return "searches a second";
  }

  @Override
  public String first() {
    return "finder";
  }

  @Override
  public String second() {
    return "a scan over 35,530 offers";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(50);
  }

  @Override
  public double measure(Workbench bench, boolean isFinder) throws Exception {
    Instant now = Instant.now();
    List<Query> queries =
        Stream.of(Leg.values())
            .flatMap(leg -> Searches.of(leg, 100).stream())
            .map(search -> SearchRules.check(search, OpenSeller.HOME, now))
            .map(checked -> ((SearchRules.Checked.Right) checked).query())
            .toList();
    int count = bench.load(isFinder ? FOUND : SCANNED);
    long found = 0;
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Query query = queries.get(i * 31 % queries.size());
      found += isFinder ? find(query, now) : scan(query).size();
    }
    double rate = count * 1e9 / (System.nanoTime() - start);
    if (found < count) {
      throw new IllegalStateException("some searches found nothing");
    }
    return rate;
  }

  private long find(Query query, Instant now) {
    Leg leg =
        switch (query) {
          case Query.Flights _ -> Leg.FLIGHTS;
          case Query.Hotels _ -> Leg.HOTELS;
          case Query.Tours _ -> Leg.TOURS;
        };
    return new Finder(catalogues.get(leg), now)
        .find(query).stream().mapToLong(it -> it.choices().size()).sum();
  }

  private List<Offer> scan(Query query) {
    return switch (query) {
      case Query.Flights it -> {
        List<Offer> both =
            new ArrayList<>(
                scan(Flight.route(it.from().code(), it.to().code()), it.dayOut(), it.seats()));
        both.addAll(scan(Flight.route(it.to().code(), it.from().code()), it.dayBack(), it.seats()));
        yield both;
      }
      case Query.Hotels it ->
          it.dayIn()
              .datesUntil(it.dayOut())
              .flatMap(day -> scan(it.city().code(), day, 1).stream())
              .toList();
      case Query.Tours it -> scan(it.city().code(), it.day(), 1);
    };
  }

  private List<Offer> scan(String route, LocalDate day, int places) {
    Predicate<Offer> wanted =
        offer ->
            offer.service().route().equals(route)
                && offer.service().day().equals(day)
                && offer.left() >= places;
    return offers.stream().filter(wanted).sorted(Comparator.comparingInt(Offer::price)).toList();
  }
}
