package fwq.trips.offers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DayOffersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final Town HOME = Towns.find("ALC").orElseThrow();

  private static List<Offer> on(Leg leg, long seed, LocalDate day) {
    return DayOffers.of(leg, seed, HOME).on(day);
  }

  private static int in90Days(Leg leg) {
    return IntStream.range(0, 90).map(n -> on(leg, 7, DAY.plusDays(n)).size()).sum();
  }

  @Test
  void ninetyDaysHaveAsManyOffersAsTheOriginalHad() {
    assertEquals(7_920, in90Days(Leg.FLIGHTS));
    assertEquals(16_200, in90Days(Leg.HOTELS));
    assertEquals(6_480, in90Days(Leg.TOURS));
  }

  @ParameterizedTest
  @EnumSource
  void dayIsMadeOfSeedAndDateAlone(Leg leg) {
    assertEquals(on(leg, 7, DAY), on(leg, 7, DAY));
    assertNotEquals(on(leg, 7, DAY), on(leg, 8, DAY));
    assertNotEquals(
        on(leg, 7, DAY).stream().map(Offer::price).toList(),
        on(leg, 7, DAY.plusDays(1)).stream().map(Offer::price).toList());
  }

  @ParameterizedTest
  @EnumSource
  void idsOfOneSellerAreNeverTheSame(Leg leg) {
    List<Long> ids =
        IntStream.range(0, 90)
            .boxed()
            .flatMap(n -> on(leg, 7, DAY.plusDays(n)).stream())
            .map(Offer::id)
            .toList();
    assertEquals(ids.size(), ids.stream().distinct().count());
  }

  /** What is kept in a seller's file must still be what a later version makes. */
  @Test
  void offersAreThoseOfAllVersions() {
    assertEquals(
        "Offer[id=20788000, service=Flight[from=ALC, to=PMI, day=2026-12-01, hour=07:35,"
            + " arrivalDay=2026-12-01, arrivalHour=10:00], price=25599, stock=53, taken=0,"
            + " version=0, goodUntil=2026-12-01T05:35:00Z]",
        on(Leg.FLIGHTS, 7, DAY).getFirst().toString());
    assertEquals(
        List.of(-289908268, 947588258, 552706177),
        Stream.of(Leg.values()).map(leg -> on(leg, 7, DAY).toString().hashCode()).toList());
  }

  @Test
  void hotelsAreTheSameEachNightAtAnotherPrice() {
    Stay first = (Stay) on(Leg.HOTELS, 7, DAY).getFirst().service();
    Stay second = (Stay) on(Leg.HOTELS, 7, DAY.plusDays(1)).getFirst().service();
    assertEquals(first.until(second.dayOut()), new StayFrom(DAY).of(second));
  }

  /** The same room from another day. */
  private record StayFrom(LocalDate day) {
    Stay of(Stay it) {
      return new Stay(
          it.hotel(),
          it.address(),
          it.city(),
          day,
          it.dayOut(),
          it.room(),
          it.rooms(),
          it.beds(),
          it.breakfast());
    }
  }

  @Test
  void flightsLeaveAndArriveByTheClocksOfTheirTowns() {
    Offer toLisbon =
        on(Leg.FLIGHTS, 7, DAY).stream()
            .filter(offer -> offer.service().route().equals("ALC-LIS"))
            .findFirst()
            .orElseThrow();
    Flight flight = (Flight) toLisbon.service();
    Instant leaves = flight.day().atTime(flight.hour()).atZone(HOME.zone()).toInstant();
    assertEquals(leaves.minusSeconds(3_600), toLisbon.goodUntil());
    Instant arrives =
        flight
            .arrivalDay()
            .atTime(flight.arrivalHour())
            .atZone(Towns.find("LIS").orElseThrow().zone())
            .toInstant();
    assertTrue(arrives.isAfter(leaves.plusSeconds(3_600)), flight.toString());
  }

  @Test
  void someToursCostNothing() {
    assertTrue(on(Leg.TOURS, 7, DAY).stream().anyMatch(offer -> offer.price() == 0));
    assertFalse(on(Leg.TOURS, 7, DAY).stream().allMatch(offer -> offer.price() == 0));
  }
}
