package fwq.trips.offers;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Town;
import java.time.LocalDate;
import java.util.List;

/** Makes a day's offers, from the day alone: a day that is missing can be made at any time. */
@FunctionalInterface
public interface DayOffers {
  /** All offers of a day, none of them taken. */
  List<Offer> on(LocalDate day);

  /** Whether a day may have more offers than it had when it was made. */
  default boolean mayGrow() {
    return false;
  }

  /** Those of a seller. */
  static DayOffers of(Leg leg, long seed, Town home) {
    return switch (leg) {
      case FLIGHTS -> new FlightOffers(seed, home);
      case HOTELS -> new HotelOffers(seed);
      case TOURS -> new TourOffers(seed);
    };
  }

  /** The id of the n-th offer of a day. */
  static long id(LocalDate day, int n) {
    return day.toEpochDay() * 1_000 + n;
  }
}
