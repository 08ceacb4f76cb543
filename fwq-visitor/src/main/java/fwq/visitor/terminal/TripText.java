package fwq.visitor.terminal;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import fwq.common.talk.trips.WrongField;
import fwq.common.talk.trips.WrongFields;
import fwq.guest.trips.Field;
import fwq.guest.trips.Page;
import java.math.BigDecimal;

/** What is read on the pages of a trip, in the guest's language. */
record TripText(Texts texts) {
  private static final int CENTS_DIGITS = 2;

  String title(Page page) {
    return switch (page) {
      case FLIGHT_FORM, FLIGHTS -> texts.of("trip.flights");
      case HOTEL_FORM, HOTELS -> texts.of("trip.hotels");
      case TOUR_FORM, TOURS -> texts.of("trip.tours");
      case WHOLE -> texts.of("trip.whole");
      case BOOKED -> texts.of("trip.booked");
    };
  }

  String label(Field field) {
    return switch (field) {
      case FROM -> texts.of("trip.from");
      case TO -> texts.of("trip.to");
      case DAY_OUT -> texts.of("trip.dayOut");
      case DAY_BACK -> texts.of("trip.dayBack");
      case SEATS -> texts.of("trip.seats");
      case CITY, TOUR_CITY -> texts.of("trip.city");
      case DAY_IN -> texts.of("trip.dayIn");
      case DAY_LEAVING -> texts.of("trip.dayLeaving");
      case PEOPLE, TOURISTS -> texts.of("trip.people");
      case BEDS -> texts.of("trip.beds");
      case TOUR_DAY -> texts.of("trip.day");
      case TRAVELLER -> texts.of("trip.traveller");
    };
  }

  String wrong(WrongField fault) {
    return switch (fault.why()) {
      case MISSING -> texts.of("form.missing");
      case UNKNOWN_TOWN -> texts.of("trip.unknownTown");
      case SAME_TOWN -> texts.of("trip.sameTown");
      case NO_DAY -> texts.of("trip.noDay");
      case PAST -> texts.of("trip.past");
      case TOO_EARLY -> texts.of("trip.tooEarly");
      case TOO_LONG -> texts.of("trip.tooLong");
      case OUT_OF_RANGE -> texts.of("trip.outOfRange");
    };
  }

  /** One choice, in a line. */
  String line(Choice choice) {
    return switch (choice.service()) {
      case Flight it ->
          texts.of(
              "trip.flight",
              town(it.from()),
              town(it.to()),
              it.day().toString(),
              it.hour().toString(),
              it.arrivalHour().toString());
      case Stay it ->
          texts.of(
              "trip.stay",
              it.hotel(),
              it.dayIn().toString(),
              it.dayOut().toString(),
              it.beds(),
              it.breakfast() ? texts.of("trip.breakfast") : "");
      case Tour it -> texts.of("trip.tour", it.tour(), it.day().toString(), it.hour().toString());
    };
  }

  private static String town(String code) {
    return Towns.find(code).map(Town::name).orElse(code);
  }

  /** An amount, such as {@code 119.99 EUR}. */
  String money(long cents, String currency) {
    return texts.of("trip.money", BigDecimal.valueOf(cents, CENTS_DIGITS), currency);
  }

  /** What an agency said that the guest should read; empty where the page itself says it. */
  String notice(AgencyReply reply) {
    return switch (reply) {
      case AgencyReply.Away it -> texts.of("trip.away", leg(it.leg()));
      case AgencyReply.Refused it ->
          texts.of(
              "trip.refused",
              it.leg().map(this::leg).orElseGet(() -> texts.of("trip.all")),
              why(it.why()));
      case AgencyReply.GoesOn _ -> texts.of("trip.goesOn");
      case AgencyReply.NoTrip _ -> texts.of("trip.noTrip");
      case AgencyReply.Cancelled _ -> texts.of("trip.cancelled");
      case NotDone it -> texts.heard(it.error().message(), texts.of("trip.notDone"));
      case Found _,
          WrongFields _,
          AgencyReply.Booked _,
          AgencyReply.TripOf _,
          AgencyReply.Trips _ ->
          "";
    };
  }

  private String leg(Leg leg) {
    return switch (leg) {
      case FLIGHTS -> texts.of("trip.flights");
      case HOTELS -> texts.of("trip.hotels");
      case TOURS -> texts.of("trip.tours");
    };
  }

  private String why(Refusal why) {
    return switch (why) {
      case Refusal.SoldOut _ -> texts.of("trip.soldOut");
      case Refusal.PriceChanged _ -> texts.of("trip.priceChanged");
      case Refusal.Expired _ -> texts.of("trip.expired");
      case Refusal.Differs _ -> texts.of("trip.differs");
      case Refusal.Away _ -> texts.of("trip.sellerAway");
      case Refusal.Cancelled _ -> texts.of("trip.wasCancelled");
    };
  }

  String state(AgencyReply.State state) {
    return switch (state) {
      case HOLDING, CONFIRMING -> texts.of("trip.state.goesOn");
      case BOOKED -> texts.of("trip.state.booked");
      case CANCELLING, CANCELLED -> texts.of("trip.state.cancelled");
    };
  }
}
