package fwq.common.talk.trips;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.trips.AgencyReply.Booking;
import fwq.common.talk.trips.AgencyReply.Line;
import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.Choice.Priced;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.common.talk.trips.WrongField.Why;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import fwq.testkit.Vector;
import fwq.testkit.VectorsContract;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bytes of both conversations: with sellers, and with agencies. */
final class TripsVectorsTest extends VectorsContract {
  private static final UUID TRIP = UUID.fromString("3f2b8c1e-94d5-4f0a-8b6e-5f1c2d3e4a5b");
  private static final LocalDate DAY = LocalDate.of(2027, 5, 1);
  private static final Instant UNTIL = Instant.parse("2027-05-01T05:35:00Z");
  private static final Flight FLIGHT =
      new Flight("ALC", "GRU", DAY, LocalTime.of(21, 5), DAY.plusDays(1), LocalTime.of(4, 0));
  private static final Stay STAY =
      new Stay(Vector.NAME, "Calle “Mayor” 1", "PMI", DAY, DAY.plusDays(2), 101, 9, 2, true);
  private static final Tour TOUR =
      new Tour("Old town", "old town", "Town hall", "PMI", DAY, LocalTime.of(11, 0));
  private static final Choice SEATS =
      new Choice(FLIGHT, List.of(new Priced(20_788_000, 25_599)), 53, UNTIL);
  private static final Choice NIGHTS =
      new Choice(STAY, List.of(new Priced(1, 5_000), new Priced(2, 6_000)), 1, UNTIL);
  private static final Choice FREE =
      new Choice(TOUR, List.of(new Priced(Long.MAX_VALUE, 0)), 40, UNTIL);
  private static final Map<Leg, List<Part>> LEGS =
      Map.of(
          Leg.FLIGHTS, List.of(new Part(20_788_000, 9, 10_000_000), new Part(7, 1, 0)),
          Leg.TOURS, List.of(new Part(3, 2, 100)));

  @Override
  protected List<Vector> vectors() {
    return Stream.of(toSeller(), ofSeller(), toAgency(), ofAgency()).flatMap(List::stream).toList();
  }

  private static List<Vector> toSeller() {
    return List.of(
        ask("flights", new Search.Flights("Alicante", "São Paulo", "2027-05-01", "2027-05-09", 2)),
        ask("flights-from-home", new Search.Flights("", "PMI", "31 February", "", 1_000)),
        ask(
            "hotels",
            new Search.Hotels(
                "PMI", "2027-05-01", "2027-05-03", OptionalInt.empty(), OptionalInt.of(3))),
        ask(
            "hotels-beds",
            new Search.Hotels(
                "PMI", "2027-05-01", "2027-05-03", OptionalInt.of(2), OptionalInt.empty())),
        ask("tours", new Search.Tours("Palma", "2027-05-01")),
        ask("hold", new SellerRequest.Hold(TRIP, List.of(new Part(5, 9, 10_000_000)))),
        ask("confirm", new SellerRequest.Confirm(TRIP)),
        ask("cancel", new SellerRequest.Cancel(TRIP)),
        ask("status", new SellerRequest.Status(TRIP)),
        ask("look", new SellerRequest.Look(20_788_000)),
        ask(
            "change",
            new SellerRequest.Change(5, 1, OptionalInt.of(4_500), OptionalInt.empty(), "c2ln")));
  }

  private static List<Vector> ofSeller() {
    return List.of(
        reply(
            "found",
            new Found(
                "EUR",
                Matches.of(List.of(SEATS)),
                Optional.of(new Matches(List.of(), Optional.of(DAY), Optional.empty())),
                OptionalInt.empty())),
        reply(
            "found-stays",
            new Found("EUR", Matches.of(List.of(NIGHTS)), Optional.empty(), OptionalInt.of(12))),
        reply(
            "found-nothing",
            new Found(
                "EUR",
                new Matches(List.of(), Optional.empty(), Optional.of(DAY)),
                Optional.empty(),
                OptionalInt.empty())),
        reply(
            "wrong",
            new WrongFields(List.of(new WrongField("dayOut", Why.NO_DAY, "no “such” day 🤷")))),
        reply("held", new SellerReply.Held(600, List.of(NIGHTS, FREE))),
        reply("refused-sold-out", new SellerReply.Refused(new Refusal.SoldOut(5, 1))),
        reply("refused-price", new SellerReply.Refused(new Refusal.PriceChanged(5, 4_500))),
        reply("refused-expired", new SellerReply.Refused(new Refusal.Expired())),
        reply("refused-differs", new SellerReply.Refused(new Refusal.Differs())),
        reply("confirmed", new SellerReply.Confirmed()),
        reply("cancelled", new SellerReply.Cancelled()),
        reply("standing", new SellerReply.Standing(SellerReply.Standing.State.SOLD)),
        reply("offer-now", new SellerReply.OfferNow(5, 1, 4_500, 20, 3)),
        reply("error", NotDone.later(TripsError.TOO_MANY_REQUESTS, "later", 1_000)));
  }

  private static List<Vector> toAgency() {
    return List.of(
        say("agency-tours", new Search.Tours("Palma", "2027-05-01")),
        say(
            "book",
            new AgencyRequest.Book(TRIP, LEGS, Vector.NAME, Optional.of(new Secret("a.b-_c")))),
        say("book-no-ticket", new AgencyRequest.Book(TRIP, LEGS, "Ana", Optional.empty())),
        say("trip", new AgencyRequest.Trip(TRIP)),
        say("mine", new AgencyRequest.Mine(new Secret("a.b-_c"))),
        say("agency-cancel", new AgencyRequest.Cancel(TRIP)));
  }

  private static List<Vector> ofAgency() {
    AgencyReply.Refused refused =
        new AgencyReply.Refused(Optional.of(Leg.HOTELS), new Refusal.SoldOut(5, 0));
    return List.of(
        answer("away", new AgencyReply.Away(Leg.HOTELS)),
        answer("booked", new AgencyReply.Booked(TRIP, 270_000_000, "EUR")),
        answer("refused-leg", refused),
        answer("refused-all", new AgencyReply.Refused(Optional.empty(), new Refusal.Cancelled())),
        answer("refused-away", new AgencyReply.Refused(Optional.of(Leg.TOURS), new Refusal.Away())),
        answer("goes-on", new AgencyReply.GoesOn(State.CONFIRMING)),
        answer("agency-cancelled", new AgencyReply.Cancelled()),
        answer("no-trip", new AgencyReply.NoTrip()),
        answer(
            "trip-of",
            new AgencyReply.TripOf(
                TRIP,
                State.CANCELLED,
                123,
                "EUR",
                Map.of(Leg.HOTELS, new Booking(NIGHTS.parts(1), List.of(NIGHTS))),
                Optional.of(refused))),
        answer(
            "trips",
            new AgencyReply.Trips(
                List.of(
                    new Line(TRIP, State.BOOKED, 123, "EUR", Optional.of(DAY)),
                    new Line(TRIP, State.HOLDING, 0, "EUR", Optional.empty())))),
        answer("agency-error", NotDone.of(ErrorCode.UNAVAILABLE, "not just now")));
  }

  private static Vector ask(String name, SellerRequest message) {
    return Vector.of(
        SellerCodec.class, name, message, SellerCodec::write, SellerCodec::readRequest);
  }

  private static Vector reply(String name, SellerReply message) {
    return Vector.of(SellerCodec.class, name, message, SellerCodec::write, SellerCodec::readReply);
  }

  private static Vector say(String name, AgencyRequest message) {
    return Vector.of(
        AgencyCodec.class, name, message, AgencyCodec::write, AgencyCodec::readRequest);
  }

  private static Vector answer(String name, AgencyReply message) {
    return Vector.of(AgencyCodec.class, name, message, AgencyCodec::write, AgencyCodec::readReply);
  }

  @Test
  void fiftyLongStaysFitIntoAFrame() {
    String long60 = "ñ".repeat(60);
    Stay stay = new Stay(long60, long60, "PMI", DAY, DAY.plusDays(21), 1_000, 1_000, 9, false);
    List<Priced> nights =
        LongStream.range(0, Part.NIGHTS_MAX)
            .mapToObj(n -> new Priced(30_000_000 + n, Part.PRICE_MAX))
            .toList();
    Matches full = Matches.of(Collections.nCopies(50, new Choice(stay, nights, 1_000, UNTIL)));
    byte[] bytes =
        SellerCodec.write(new Found("EUR", full, Optional.empty(), OptionalInt.of(100_000)));
    assertTrue(bytes.length <= 64 * 1024, bytes.length + " bytes");
  }
}
