package fwq.guest.trips;

import fwq.common.talk.trips.Leg;
import java.util.Optional;

/** The pages of a plan, in their order. */
public enum Page {
  /** Where to, when, how many. */
  FLIGHT_FORM(Leg.FLIGHTS),
  /** Flights out, and flights back. */
  FLIGHTS(Leg.FLIGHTS),
  /** Where, which nights, how many people. */
  HOTEL_FORM(Leg.HOTELS),
  /** Rooms. */
  HOTELS(Leg.HOTELS),
  /** Where and on which day. */
  TOUR_FORM(Leg.TOURS),
  /** Tours. */
  TOURS(Leg.TOURS),
  /** All that was chosen, with its total and the traveller's name. */
  WHOLE(null),
  /** It is booked. */
  BOOKED(null);

  private final Leg leg;

  Page(Leg leg) {
    this.leg = leg;
  }

  /** The leg that it is about, if it is about one. */
  public Optional<Leg> leg() {
    return Optional.ofNullable(leg);
  }

  /** Whether it lists what a search found. */
  public boolean isList() {
    return this == FLIGHTS || this == HOTELS || this == TOURS;
  }

  /**
   * Whether a plan has come so far that this page has something to show. A trip that is booked is
   * planned no more.
   */
  boolean isOpen(TripPlan plan) {
    boolean booked = plan.page() == BOOKED;
    return switch (this) {
      case FLIGHT_FORM, HOTEL_FORM, TOUR_FORM -> !booked;
      case FLIGHTS, HOTELS, TOURS -> !booked && plan.found().containsKey(leg);
      case WHOLE -> !booked && !plan.chosen().isEmpty();
      case BOOKED -> booked;
    };
  }

  /** The page before this one; the first has none, and is its own. */
  Page before() {
    return switch (this) {
      case FLIGHT_FORM, FLIGHTS -> FLIGHT_FORM;
      case HOTEL_FORM -> FLIGHTS;
      case HOTELS -> HOTEL_FORM;
      case TOUR_FORM -> HOTELS;
      case TOURS -> TOUR_FORM;
      case WHOLE -> TOURS;
      case BOOKED -> BOOKED;
    };
  }

  static Page form(Leg leg) {
    return switch (leg) {
      case FLIGHTS -> FLIGHT_FORM;
      case HOTELS -> HOTEL_FORM;
      case TOURS -> TOUR_FORM;
    };
  }

  static Page list(Leg leg) {
    return switch (leg) {
      case FLIGHTS -> FLIGHTS;
      case HOTELS -> HOTELS;
      case TOURS -> TOURS;
    };
  }

  /** The page after a leg, whether something of it was chosen or not. */
  static Page after(Leg leg) {
    return switch (leg) {
      case FLIGHTS -> HOTEL_FORM;
      case HOTELS -> TOUR_FORM;
      case TOURS -> WHOLE;
    };
  }
}
