package fwq.web.api;

import fwq.web.api.Entity.Attraction;
import fwq.web.api.Entity.Destination;
import fwq.web.api.Entity.Park;
import fwq.web.park.ParkNow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All entities of an installation at one moment. */
final class Catalogue {
  private final String installation;
  private final Destination destination;
  private final List<Park> parks;

  Catalogue(String installation, List<ParkNow> now) {
    this.installation = installation;
    this.destination =
        new Destination(EntityId.destination(installation), "fwq", "Fun With Queues");
    this.parks =
        now.stream()
            .map(
                it ->
                    new Park(
                        EntityId.park(installation, it.park()),
                        "park-" + it.park(),
                        destination.id(),
                        it))
            .toList();
  }

  Destination destination() {
    return destination;
  }

  List<Park> parks() {
    return parks;
  }

  /** A park's rides. */
  List<Attraction> rides(Park park) {
    return park.now().rides().stream()
        .map(
            it ->
                new Attraction(
                    EntityId.ride(installation, park.now().park(), it.status().ride().id()),
                    park.slug() + "-" + it.status().ride().key(),
                    park,
                    it))
        .toList();
  }

  /** Everything below this, parks before their rides. */
  List<Entity> below(Entity entity) {
    return switch (entity) {
      case Destination _ ->
          parks.stream()
              .flatMap(it -> Stream.concat(Stream.<Entity>of(it), rides(it).stream()))
              .toList();
      case Park park -> List.copyOf(rides(park));
      case Attraction _ -> List.of();
    };
  }

  /** By its id or its slug. */
  Optional<Entity> find(String idOrSlug) {
    return Stream.concat(Stream.<Entity>of(destination), below(destination).stream())
        .filter(it -> it.id().toString().equalsIgnoreCase(idOrSlug) || it.slug().equals(idOrSlug))
        .findFirst();
  }
}
