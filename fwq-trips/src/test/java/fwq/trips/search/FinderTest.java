package fwq.trips.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.Query;
import fwq.common.talk.trips.Service;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import fwq.trips.offers.Offer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class FinderTest {
  private static final Town HOME = Towns.find("ALC").orElseThrow();
  private static final Town PALMA = Towns.find("PMI").orElseThrow();
  private static final LocalDate TODAY = LocalDate.of(2027, 5, 1);
  private static final LocalTime NINE = LocalTime.of(9, 0);

  private final Catalogue catalogue = new Catalogue();
  private Instant now = Instant.parse("2027-05-01T06:00:00Z");
  private long ids = 1;

  private static LocalDate day(int n) {
    return TODAY.plusDays(n);
  }

  private Offer offer(Service service, int price, int stock) {
    Offer offer = Offer.fresh(ids++, service, price, stock);
    catalogue.put(List.of(offer));
    return offer;
  }

  private Offer flight(Town from, Town to, int day, LocalTime hour, int price, int stock) {
    return offer(
        new Flight(from.code(), to.code(), day(day), hour, day(day), hour.plusHours(1)),
        price,
        stock);
  }

  private Offer night(String hotel, int day, int beds, int price, int stock) {
    return offer(
        new Stay(hotel, "Calle Mayor 1", "PMI", day(day), day(day + 1), 101, stock, beds, true),
        price,
        stock);
  }

  private List<Matches> flights(int out, int back, int seats) {
    return new Finder(catalogue, now)
        .find(new Query.Flights(HOME, PALMA, day(out), day(back), seats));
  }

  private Matches hotels(int in, int out, int beds, int people) {
    return new Finder(catalogue, now)
        .find(new Query.Hotels(PALMA, day(in), day(out), optional(beds), optional(people)))
        .getFirst();
  }

  private static OptionalInt optional(int number) {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static List<Long> ids(Matches matches) {
    return matches.choices().stream().map(it -> it.offers().getFirst().offer()).toList();
  }

  @Test
  void cheapestComeFirstThenTheEarlierThenTheLowerId() {
    Offer late = flight(HOME, PALMA, 5, LocalTime.of(20, 0), 5_000, 9);
    Offer dear = flight(HOME, PALMA, 5, NINE, 6_000, 9);
    Offer first = flight(HOME, PALMA, 5, NINE, 5_000, 9);
    Offer second = flight(HOME, PALMA, 5, NINE, 5_000, 9);
    assertEquals(
        List.of(first.id(), second.id(), late.id(), dear.id()), ids(flights(5, 8, 1).getFirst()));
  }

  @Test
  void seatsAndTheDayBackCount() {
    flight(HOME, PALMA, 5, NINE, 5_000, 2);
    Offer big = flight(HOME, PALMA, 5, NINE, 9_000, 3);
    Offer back = flight(PALMA, HOME, 8, NINE, 5_000, 9);
    flight(PALMA, HOME, 9, NINE, 100, 9);
    List<Matches> found = flights(5, 8, 3);
    assertEquals(List.of(big.id()), ids(found.getFirst()));
    assertEquals(List.of(back.id()), ids(found.getLast()));
  }

  @Test
  void dayWithoutOffersNamesTheNearestThatHasSomeEachDirectionByItself() {
    flight(HOME, PALMA, 3, NINE, 5_000, 1);
    flight(HOME, PALMA, 2, NINE, 5_000, 9);
    flight(HOME, PALMA, 9, NINE, 5_000, 9);
    Offer back = flight(PALMA, HOME, 8, NINE, 5_000, 9);
    List<Matches> found = flights(5, 8, 2);
    assertEquals(
        new Matches(List.of(), Optional.of(day(2)), Optional.of(day(9))), found.getFirst());
    assertEquals(List.of(back.id()), ids(found.getLast()));
  }

  @Test
  void nearestIsWithinThirtyDaysAndNeverBeforeToday() {
    flight(HOME, PALMA, -1, NINE, 5_000, 9);
    flight(HOME, PALMA, 36, NINE, 5_000, 9);
    assertEquals(
        new Matches(List.of(), Optional.empty(), Optional.empty()), flights(5, 8, 1).getFirst());
    flight(HOME, PALMA, 35, NINE, 5_000, 9);
    assertEquals(Optional.of(day(35)), flights(5, 8, 1).getFirst().after());
  }

  @Test
  void offerIsGoodUntilAnHourBeforeItBegins() {
    Offer nine = flight(HOME, PALMA, 0, NINE, 5_000, 9);
    now = Instant.parse("2027-05-01T05:59:59Z");
    assertEquals(List.of(nine.id()), ids(flights(0, 3, 1).getFirst()));
    now = Instant.parse("2027-05-01T06:00:00Z");
    assertEquals(List.of(), ids(flights(0, 3, 1).getFirst()));
  }

  @Test
  void consecutiveNightsAreOneStay() {
    Offer one = night("Faro", 5, 2, 4_000, 5);
    Offer two = night("Faro", 6, 2, 5_000, 1);
    Offer three = night("Faro", 7, 2, 6_000, 3);
    night("Puerto", 5, 2, 1_000, 5);
    night("Puerto", 7, 2, 1_000, 5);
    Choice stay = hotels(5, 8, 2, 0).choices().getFirst();
    assertEquals(1, hotels(5, 8, 2, 0).choices().size(), "a gap is no stay");
    assertEquals(15_000, stay.price());
    assertEquals(1, stay.left());
    assertEquals(day(8), stay.service().lastDay());
    assertEquals(
        List.of(one.id(), two.id(), three.id()),
        stay.offers().stream().map(Choice.Priced::offer).toList());
    assertEquals(one.goodUntil(), stay.goodUntil());
  }

  @Test
  void nightsMoveTogetherToTheNearestDays() {
    for (int day : List.of(1, 2, 7, 9, 10)) {
      night("Faro", day, 2, 4_000, 5);
    }
    assertEquals(
        new Matches(List.of(), Optional.of(day(1)), Optional.of(day(9))), hotels(6, 8, 0, 2));
  }

  @Test
  void peopleNeedRoomsEnough() {
    Offer triple = night("Faro", 5, 3, 9_000, 2);
    Offer single = night("Puerto", 5, 1, 3_000, 4);
    assertEquals(List.of(single.id(), triple.id()), ids(hotels(5, 6, 0, 4)));
    assertEquals(List.of(triple.id()), ids(hotels(5, 6, 0, 5)));
    assertEquals(List.of(), ids(hotels(5, 6, 0, 7)));
    assertEquals(List.of(triple.id()), ids(hotels(5, 6, 3, 0)));
  }

  @Test
  void fullTourIsNotShownAndAtMostFiftyAre() {
    List<Offer> all = new ArrayList<>();
    for (int n = 0; n < 60; n++) {
      all.add(offer(new Tour("Tour " + n, "p", "a", "PMI", day(5), NINE), n, n == 0 ? 0 : 5));
    }
    Matches found = new Finder(catalogue, now).find(new Query.Tours(PALMA, day(5))).getFirst();
    assertEquals(all.subList(1, 51).stream().map(Offer::id).toList(), ids(found));
    assertTrue(found.before().isEmpty() && found.after().isEmpty());
  }

  @Test
  void whatIsKnownOfAnOfferIsNotPushedOutByItsFreshCopy() {
    Offer fresh = flight(HOME, PALMA, 5, NINE, 5_000, 1);
    catalogue.put(
        List.of(new Offer(fresh.id(), fresh.service(), 5_000, 1, 1, 0, fresh.goodUntil())));
    catalogue.add(List.of(fresh));
    assertEquals(List.of(), ids(flights(5, 8, 1).getFirst()));
  }
}
