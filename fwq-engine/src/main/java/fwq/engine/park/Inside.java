package fwq.engine.park;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The guests inside, in the order in which they were last heard, and how many stand where. To hear
 * someone takes one look-up and makes nothing new.
 */
final class Inside {
  private final Map<String, Guest> guests = new HashMap<>();
  private final Heads heads = new Heads();
  private long renamings;

  // Whoever is heard goes to the end, so the guest not heard of for longest is always the first.
  private Guest first;
  private Guest last;

  /** A guest, or null. */
  Guest get(String alias) {
    return guests.get(alias);
  }

  /** Takes someone in; in place of whoever has this alias. */
  void add(Guest guest) {
    Guest before = guests.get(guest.alias());
    if (before != null) {
      remove(before);
    }
    guests.put(guest.alias(), guest);
    guest.isInside = true;
    heads.add(guest.position);
    append(guest);
  }

  /**
   * Has heard someone inside.
   *
   * @param at by the guest's own time
   * @param heardAt by the park's
   */
  void hear(Guest guest, long at, long heardAt) {
    guest.at = at;
    guest.heardAt = heardAt;
    if (guest != last) {
      unlink(guest);
      append(guest);
    }
  }

  /** Counts everybody as heard now, in the order they were. */
  void hearAll(long now) {
    for (Guest guest : guests.values()) {
      guest.heardAt = now;
    }
  }

  /** Lets someone inside be somewhere else. */
  void move(Guest guest, Position there) {
    if (!guest.position.equals(there)) {
      heads.move(guest.position, there);
      guest.position = there;
    }
  }

  /** From now on this is the login of someone inside that counts. */
  void login(Guest guest, Session session) {
    if (!guest.session.shownAs().equals(session.shownAs())) {
      renamings++;
    }
    if (!guest.session.equals(session)) {
      guest.pace = 0;
    }
    guest.session = session;
  }

  void remove(Guest guest) {
    guests.remove(guest.alias());
    guest.isInside = false;
    heads.remove(guest.position);
    unlink(guest);
  }

  private void append(Guest guest) {
    guest.before = last;
    guest.after = null;
    if (last == null) {
      first = guest;
    } else {
      last.after = guest;
    }
    last = guest;
  }

  private void unlink(Guest guest) {
    if (guest.before == null) {
      first = guest.after;
    } else {
      guest.before.after = guest.after;
    }
    if (guest.after == null) {
      last = guest.before;
    } else {
      guest.after.before = guest.before;
    }
  }

  /** Whoever has not been heard of for longest, or null when nobody is inside. */
  Guest quietest() {
    return first;
  }

  /** Everybody, in no order. */
  Collection<Guest> all() {
    return guests.values();
  }

  int size() {
    return guests.size();
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
        if (!guest.session.shownAs().isEmpty()) {
          named.add(new ParkMap.Whereabouts(guest.session.shownAs(), guest.position));
        }
      }
      named.sort(
          Comparator.comparing(ParkMap.Whereabouts::name)
              .thenComparing(shown -> shown.position().cell()));
    }
    return new ParkMap(guests.size(), capacity, rides, heads.cells(), named);
  }
}
