package fwq.common.talk.trips;

import fwq.kit.json.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What a guest says to an agency. */
public sealed interface AgencyRequest
    permits Search,
        AgencyRequest.Book,
        AgencyRequest.Trip,
        AgencyRequest.Mine,
        AgencyRequest.Cancel {
  /**
   * Books all legs, or none.
   *
   * @param trip an id that the guest makes, under which the same can be said again
   * @param legs what is to be held, at each seller that has a part in it
   * @param traveller whose trip it is
   * @param ticket the registry's, to find the trip among the guest's own
   */
  record Book(UUID trip, Map<Leg, List<Part>> legs, String traveller, Optional<Secret> ticket)
      implements AgencyRequest {
    /** In characters, as an account's name. */
    public static final int TRAVELLER_LENGTH_MAX = 60;

    public Book {
      Objects.requireNonNull(trip, "trip");
      Objects.requireNonNull(traveller, "traveller");
      Objects.requireNonNull(ticket, "ticket");
      legs = Legs.checked(legs);
    }
  }

  /** Asks how a trip stands. Its id is all that it takes. */
  record Trip(UUID trip) implements AgencyRequest {
    public Trip {
      Objects.requireNonNull(trip, "trip");
    }
  }

  /** Asks for the trips of the ticket's owner. */
  record Mine(Secret ticket) implements AgencyRequest {
    public Mine {
      Objects.requireNonNull(ticket, "ticket");
    }
  }

  /** Gives a trip back, booked or not. */
  record Cancel(UUID trip) implements AgencyRequest {
    public Cancel {
      Objects.requireNonNull(trip, "trip");
    }
  }
}
