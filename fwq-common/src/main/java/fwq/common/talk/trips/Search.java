package fwq.common.talk.trips;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a guest looks for, as it was said: what is wrong with its fields, {@link SearchRules} tells.
 */
public sealed interface Search extends SellerRequest, AgencyRequest {
  /** The seller that is asked. */
  Leg leg();

  /**
   * Flights out and back.
   *
   * @param from a town's code or name; empty for the seller's home
   * @param dayOut as {@code 2026-12-01}
   */
  record Flights(String from, String to, String dayOut, String dayBack, int seats)
      implements Search {
    public Flights {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(dayOut, "dayOut");
      Objects.requireNonNull(dayBack, "dayBack");
      Checks.atLeast(0, seats, "how many seats");
    }

    @Override
    public Leg leg() {
      return Leg.FLIGHTS;
    }
  }

  /**
   * Rooms.
   *
   * @param beds in each room; without it any number
   * @param people who sleep there; without it one room's
   */
  record Hotels(String city, String dayIn, String dayOut, OptionalInt beds, OptionalInt people)
      implements Search {
    public Hotels {
      Objects.requireNonNull(city, "city");
      Objects.requireNonNull(dayIn, "dayIn");
      Objects.requireNonNull(dayOut, "dayOut");
      Objects.requireNonNull(beds, "beds");
      Objects.requireNonNull(people, "people");
      Checks.atLeast(0, beds.orElse(0), "how many beds");
      Checks.atLeast(0, people.orElse(0), "how many people");
    }

    @Override
    public Leg leg() {
      return Leg.HOTELS;
    }
  }

  /** Tours of a day. */
  record Tours(String city, String day) implements Search {
    public Tours {
      Objects.requireNonNull(city, "city");
      Objects.requireNonNull(day, "day");
    }

    @Override
    public Leg leg() {
      return Leg.TOURS;
    }
  }
}
