package fwq.common.talk.trips;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What an agency answers. */
public sealed interface AgencyReply
    permits Found,
        WrongFields,
        NotDone,
        AgencyReply.Away,
        AgencyReply.Booked,
        AgencyReply.Refused,
        AgencyReply.GoesOn,
        AgencyReply.Cancelled,
        AgencyReply.NoTrip,
        AgencyReply.TripOf,
        AgencyReply.Trips {
  /** The seller of this leg cannot be asked just now. */
  record Away(Leg leg) implements AgencyReply {
    public Away {
      Objects.requireNonNull(leg, "leg");
    }
  }

  /**
   * All legs are booked.
   *
   * @param total of all of them, in cents
   */
  record Booked(UUID trip, long total, String currency) implements AgencyReply {
    public Booked {
      Objects.requireNonNull(trip, "trip");
      Objects.requireNonNull(currency, "currency");
      Checks.atLeast(0, total, "a total");
    }
  }

  /**
   * No leg is booked.
   *
   * @param leg the one for which; none where it is for the whole trip
   */
  record Refused(Optional<Leg> leg, Refusal why) implements AgencyReply {
    public Refused {
      Objects.requireNonNull(leg, "leg");
      Objects.requireNonNull(why, "why");
    }
  }

  /** Not known yet: a seller is away, and the agency goes on asking. Ask for the trip later. */
  record GoesOn(State state) implements AgencyReply {
    public GoesOn {
      Objects.requireNonNull(state, "state");
    }
  }

  /** Nothing of the trip is booked, and nothing will be. */
  record Cancelled() implements AgencyReply {}

  /** There is no trip with this id. */
  record NoTrip() implements AgencyReply {}

  /** One trip. */
  record TripOf(
      UUID trip,
      State state,
      long total,
      String currency,
      Map<Leg, Booking> legs,
      Optional<Refused> refused)
      implements AgencyReply {
    public TripOf {
      Objects.requireNonNull(trip, "trip");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(currency, "currency");
      Checks.atLeast(0, total, "a total");
      Objects.requireNonNull(refused, "refused");
      Map<Leg, Booking> copy = new EnumMap<>(Leg.class);
      copy.putAll(legs);
      legs = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * One leg of a trip.
   *
   * @param choices what the parts are, as a search would show it, once the seller has said so
   */
  record Booking(List<Part> parts, List<Choice> choices) {
    public Booking {
      parts = List.copyOf(parts);
      choices = List.copyOf(choices);
    }
  }

  /** The newest trips of one guest, at most {@link #TRIPS_MAX}. */
  record Trips(List<Line> trips) implements AgencyReply {
    /** The most that are listed. */
    public static final int TRIPS_MAX = 100;

    public Trips {
      trips = List.copyOf(trips);
    }
  }

  /**
   * One trip among others.
   *
   * @param day its first, once a seller has said so
   */
  record Line(UUID trip, State state, long total, String currency, Optional<LocalDate> day) {
    public Line {
      Objects.requireNonNull(trip, "trip");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(currency, "currency");
      Checks.atLeast(0, total, "a total");
      Objects.requireNonNull(day, "day");
    }
  }

  /** How far a trip is. */
  enum State {
    /** Places are asked for. */
    HOLDING,
    /** All are held, and taken for good one after the other. */
    CONFIRMING,
    /** All are taken for good. */
    BOOKED,
    /** What was held or taken is given back. */
    CANCELLING,
    /** Nothing is held or taken. */
    CANCELLED
  }
}
