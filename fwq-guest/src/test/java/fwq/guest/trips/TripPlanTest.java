package fwq.guest.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Choice.Priced;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import fwq.common.talk.trips.WrongField.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TripPlanTest {
  private static final Town HOME = Towns.find("ALC").orElseThrow();
  private static final Instant NOW = Instant.parse("2027-05-01T08:00:00Z");
  private static final LocalDate OUT = LocalDate.of(2027, 5, 10);
  private static final LocalDate BACK = LocalDate.of(2027, 5, 12);
  private static final UUID TRIP = new UUID(1, 1);
  private static final UUID NEXT = new UUID(2, 2);

  private static Choice flight(String from, String to, LocalDate day, long id, int price) {
    LocalTime nine = LocalTime.of(9, 0);
    return new Choice(
        new Flight(from, to, day, nine, day, nine.plusHours(1)),
        List.of(new Priced(id, price)),
        5,
        NOW.plusSeconds(60));
  }

  private static Found flights() {
    return new Found(
        "EUR",
        Matches.of(
            List.of(flight("ALC", "PMI", OUT, 1, 5_000), flight("ALC", "PMI", OUT, 2, 6_000))),
        Optional.of(Matches.of(List.of(flight("PMI", "ALC", BACK, 3, 4_000)))),
        OptionalInt.of(3));
  }

  private static Found hotels() {
    Stay stay = new Stay("Faro", "Calle 1", "PMI", OUT, BACK, 101, 5, 2, true);
    return new Found(
        "EUR",
        Matches.of(
            List.of(new Choice(stay, List.of(new Priced(7, 3_000), new Priced(8, 3_500)), 5, NOW))),
        Optional.empty(),
        OptionalInt.of(3));
  }

  private static Found tours() {
    Tour tour = new Tour("Old town", "old town", "Town hall", "PMI", OUT, LocalTime.of(11, 0));
    return new Found(
        "EUR",
        Matches.of(List.of(new Choice(tour, List.of(new Priced(9, 0)), 5, NOW))),
        Optional.empty(),
        OptionalInt.of(3));
  }

  private static TripPlan typed() {
    return TripPlan.begin(TRIP, Towns.ofPark(0))
        .type(Field.DAY_OUT, "2027-05-10")
        .type(Field.DAY_BACK, "2027-05-12")
        .type(Field.SEATS, "3");
  }

  private static TripPlan whole() {
    return typed()
        .heard(Leg.FLIGHTS, flights())
        .choose(0, 0)
        .choose(1, 0)
        .next()
        .heard(Leg.HOTELS, hotels())
        .choose(0, 0)
        .next()
        .heard(Leg.TOURS, tours())
        .choose(0, 0)
        .next()
        .type(Field.TRAVELLER, "Ana");
  }

  @Test
  void parksTownIsProposedAndTheFormSearches() {
    TripPlan.Submitted submitted = typed().submit(HOME, NOW);
    assertEquals(
        Optional.of(new Search.Flights("", "Palma", "2027-05-10", "2027-05-12", 3)),
        submitted.search());
  }

  @Test
  void eachWrongFieldIsToldInPlaceAndAllThatWasTypedStays() {
    TripPlan.Submitted submitted =
        typed()
            .type(Field.DAY_OUT, "2027-02-31")
            .type(Field.SEATS, "many")
            .type(Field.TO, "Atlantis")
            .submit(HOME, NOW);
    assertEquals(Optional.empty(), submitted.search());
    assertEquals(Page.FLIGHT_FORM, submitted.plan().page());
    assertEquals(
        Map.of(
            Field.DAY_OUT, Why.NO_DAY, Field.SEATS, Why.OUT_OF_RANGE, Field.TO, Why.UNKNOWN_TOWN),
        Map.of(
            Field.DAY_OUT, submitted.plan().wrong().get(Field.DAY_OUT).why(),
            Field.SEATS, submitted.plan().wrong().get(Field.SEATS).why(),
            Field.TO, submitted.plan().wrong().get(Field.TO).why()));
    assertEquals("2027-02-31", submitted.plan().text(Field.DAY_OUT));
    assertFalse(submitted.plan().type(Field.TO, "Rome").wrong().containsKey(Field.TO));
  }

  @Test
  void flightsOutAndBackAreTwoListsAndTwoChoices() {
    TripPlan list = typed().heard(Leg.FLIGHTS, flights());
    assertEquals(2, list.lists().size());
    assertFalse(list.choose(0, 1).isComplete());
    TripPlan both = list.choose(0, 1).choose(1, 0);
    assertTrue(both.isComplete());
    assertEquals(3 * (6_000 + 4_000), both.total());
    assertEquals(3 * (5_000 + 4_000), both.choose(0, 0).total(), "another choice of a list");
  }

  @Test
  void nextFormKnowsWhatTheGuestSaidBefore() {
    TripPlan hotel = typed().heard(Leg.FLIGHTS, flights()).choose(0, 0).choose(1, 0).next();
    assertEquals(
        Optional.of(
            new Search.Hotels(
                "Palma", "2027-05-10", "2027-05-12", OptionalInt.empty(), OptionalInt.of(3))),
        hotel.submit(HOME, NOW).search());
    TripPlan tour = hotel.type(Field.CITY, "Rome").heard(Leg.HOTELS, hotels()).next();
    assertEquals(
        Optional.of(new Search.Tours("Rome", "2027-05-10")), tour.submit(HOME, NOW).search());
  }

  @Test
  void choicesSurviveGoingBack() {
    TripPlan back = whole().back().back().back().back().back();
    assertEquals(Page.FLIGHTS, back.page());
    assertEquals(whole().chosen(), back.chosen());
    assertEquals(2, back.lists().size());
    assertEquals(Page.FLIGHT_FORM, back.back().page());
  }

  @Test
  void threePeopleTakeTwoRoomsOfTwoBeds() {
    assertEquals(2, whole().choice(Leg.HOTELS, 0).orElseThrow().quantity());
    assertEquals(3 * 9_000 + 2 * 6_500, whole().total());
    assertEquals(
        List.of(new Part(7, 2, 3_000), new Part(8, 2, 3_500)),
        whole().book(Optional.empty()).orElseThrow().legs().get(Leg.HOTELS));
  }

  @Test
  void sellerThatIsAwayIsToldAndWhatWasChosenStays() {
    TripPlan plan = typed().heard(Leg.FLIGHTS, flights()).choose(0, 0).choose(1, 0).next();
    TripPlan away = plan.heard(Leg.HOTELS, new AgencyReply.Away(Leg.HOTELS));
    assertEquals(Page.HOTEL_FORM, away.page());
    assertEquals(Optional.of(new AgencyReply.Away(Leg.HOTELS)), away.notice());
    assertEquals(plan.chosen(), away.chosen());
    assertEquals(plan.typed(), away.typed());
  }

  @Test
  void legCanBeLeftOut() {
    TripPlan plan = whole().back().skip();
    assertEquals(Page.WHOLE, plan.page());
    assertFalse(plan.book(Optional.empty()).orElseThrow().legs().containsKey(Leg.TOURS));
    TripPlan none = TripPlan.begin(TRIP, HOME).skip().skip().skip();
    assertEquals(Optional.empty(), none.book(Optional.empty()));
  }

  @Test
  void nearestDayTakesThePlaceOfOneThatHasNothing() {
    TripPlan plan = typed().heard(Leg.FLIGHTS, flights());
    assertEquals("2027-05-11", plan.move(1, OUT.plusDays(1)).text(Field.DAY_BACK));
    TripPlan hotel = plan.next().heard(Leg.HOTELS, hotels()).move(0, OUT.plusDays(3));
    assertEquals("2027-05-13", hotel.text(Field.DAY_IN));
    assertEquals("2027-05-15", hotel.text(Field.DAY_LEAVING), "nights move together");
  }

  @Test
  void refusedBookingKeepsAllThatWasChosenAndTheNextTryIsAnotherTrip() {
    TripPlan refused =
        whole()
            .answered(
                new AgencyReply.Refused(Optional.of(Leg.HOTELS), new Refusal.SoldOut(7, 0)), NEXT);
    assertEquals(Page.WHOLE, refused.page());
    assertEquals(whole().chosen(), refused.chosen());
    assertEquals(NEXT, refused.book(Optional.empty()).orElseThrow().trip());
  }

  @Test
  void priceThatChangedIsTheOneThatIsBookedNext() {
    TripPlan refused =
        whole()
            .answered(
                new AgencyReply.Refused(
                    Optional.of(Leg.HOTELS), new Refusal.PriceChanged(7, 3_100)),
                NEXT);
    assertEquals(whole().total() + 2 * 100, refused.total());
    assertNotEquals(Optional.empty(), refused.notice());
  }

  @Test
  void bookingThatGoesOnIsAskedAgainUnderItsId() {
    TripPlan plan = whole().answered(new AgencyReply.GoesOn(AgencyReply.State.CONFIRMING), NEXT);
    assertEquals(TRIP, plan.trip());
    assertEquals(Page.BOOKED, plan.answered(booked(), NEXT).page());
  }

  @Test
  void pageCanBeTurnedToOnceThePlanHasComeToIt() {
    assertEquals(Optional.empty(), typed().turn(Page.FLIGHTS));
    assertEquals(Optional.empty(), typed().turn(Page.WHOLE));
    TripPlan back = whole().turn(Page.FLIGHTS).orElseThrow();
    assertEquals(whole().chosen(), back.chosen());
    assertEquals(Page.TOUR_FORM, back.turn(Page.TOUR_FORM).orElseThrow().page());
    TripPlan booked = whole().answered(booked(), NEXT);
    assertEquals(Optional.empty(), booked.turn(Page.WHOLE));
    assertEquals(Optional.of(booked), booked.turn(Page.BOOKED));
  }

  private static AgencyReply booked() {
    return new AgencyReply.Booked(TRIP, 1, "EUR");
  }

  @Test
  void twoGuestsPlansAreTwoValues() {
    TripPlan ana = typed();
    TripPlan luis = TripPlan.begin(NEXT, Towns.ofPark(1));
    assertEquals("Palma", ana.heard(Leg.FLIGHTS, flights()).choose(0, 0).text(Field.TO));
    assertEquals(List.of(), luis.chosen());
    assertEquals(List.of(), ana.chosen());
  }
}
