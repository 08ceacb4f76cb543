package fwq.web.api;

import fwq.web.park.ParkNow;
import fwq.web.park.RideNow;
import java.util.Optional;
import java.util.UUID;

/** What an API's address can name. */
sealed interface Entity {
  UUID id();

  String slug();

  String name();

  /** All parks of an installation. */
  record Destination(UUID id, String slug, String name) implements Entity {}

  /** A park. */
  record Park(UUID id, String slug, UUID destination, ParkNow now) implements Entity {
    @Override
    public String name() {
      return now.name();
    }
  }

  /** A ride of a park. */
  record Attraction(UUID id, String slug, Park park, RideNow now) implements Entity {
    @Override
    public String name() {
      return now.status().ride().name();
    }

    int ride() {
      return now.status().ride().id();
    }
  }

  /** As the API calls its kind. */
  default String type() {
    return switch (this) {
      case Destination _ -> "DESTINATION";
      case Park _ -> "PARK";
      case Attraction _ -> "ATTRACTION";
    };
  }

  /** What it belongs to directly. */
  default Optional<UUID> parent() {
    return switch (this) {
      case Destination _ -> Optional.empty();
      case Park park -> Optional.of(park.destination());
      case Attraction attraction -> Optional.of(attraction.park().id());
    };
  }

  /** The park that it is or stands in. */
  default Optional<Park> inPark() {
    return switch (this) {
      case Destination _ -> Optional.empty();
      case Park park -> Optional.of(park);
      case Attraction attraction -> Optional.of(attraction.park());
    };
  }
}
