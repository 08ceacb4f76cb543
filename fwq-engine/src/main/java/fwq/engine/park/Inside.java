package fwq.engine.park;

import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The guests inside, in the order in which they were last heard, and how many stand where. */
final class Inside {
  // Whoever is heard goes to the end, so the guest not heard of for longest is always the first.
  private final LinkedHashMap<String, Guest> guests = new LinkedHashMap<>();
  private final Heads heads = new Heads();
  private long renamings;

  /** A guest, or null. */
  Guest get(String alias) {
    return guests.get(alias);
  }

  /** Takes a guest in, or has heard of one who may have moved. */
  void put(Guest guest) {
    Guest before = guests.putLast(guest.session().alias(), guest);
    if (before == null) {
      heads.add(guest.position());
    } else if (!before.position().equals(guest.position())) {
      heads.move(before.position(), guest.position());
    }
    if (before != null && !before.session().shownAs().equals(guest.session().shownAs())) {
      renamings++;
    }
  }

  void remove(Guest guest) {
    guests.remove(guest.session().alias());
    heads.remove(guest.position());
  }

  /** Whoever has not been heard of for longest. There must be someone. */
  Guest quietest() {
    return guests.firstEntry().getValue();
  }

  /** Counts everybody as heard now. */
  void hearAll(long now) {
    guests.replaceAll((alias, guest) -> guest.heard(guest.at(), now));
  }

  boolean isEmpty() {
    return guests.isEmpty();
  }

  int size() {
    return guests.size();
  }

  Set<String> aliases() {
    return guests.keySet();
  }

  /** Rises whenever the picture changes. */
  long version() {
    return heads.version() + renamings;
  }

  /** The picture of a park of this capacity with these rides. */
  ParkMap map(int capacity, List<RideStatus> rides) {
    List<ParkMap.Whereabouts> named = new ArrayList<>();
    if (guests.size() <= ParkMap.NAMES_MAX) {
      for (Guest guest : guests.values()) {
        // Who does not want to be named is a head among others.
        if (!guest.session().shownAs().isEmpty()) {
          named.add(new ParkMap.Whereabouts(guest.session().shownAs(), guest.position()));
        }
      }
      named.sort(
          Comparator.comparing(ParkMap.Whereabouts::name)
              .thenComparing(shown -> shown.position().cell()));
    }
    return new ParkMap(guests.size(), capacity, rides, heads.cells(), named);
  }
}
