package fwq.trips.search;

import fwq.common.talk.trips.Service.Stay;
import fwq.trips.offers.Offer;
import java.util.Optional;

/** One type of room of one hotel, whatever the night. */
record Room(String city, String hotel, String address, int room, int beds) {
  /** What an offer is a night in; nothing if it is something else. */
  static Optional<Room> of(Offer offer) {
    return offer.service() instanceof Stay it
        ? Optional.of(new Room(it.city(), it.hotel(), it.address(), it.room(), it.beds()))
        : Optional.empty();
  }
}
