package fwq.engine.park;

import fwq.common.signing.Session;
import fwq.engine.changelog.GuestEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is inside, who has gone, and of whom the newest is not noted yet. */
final class Roll {
  private final Inside inside = new Inside();
  private final Tombstones tombstones = new Tombstones();
  private final Set<String> changed = new HashSet<>();

  /** Those inside. What is changed there by others is to be told with {@link #change}. */
  Inside inside() {
    return inside;
  }

  /** Someone inside, or null. */
  Guest get(String alias) {
    return inside.get(alias);
  }

  /** What is to be known of a guest, inside or not, or null. */
  GuestEntry known(String alias, Guest guest) {
    return guest == null ? tombstones.get(alias) : guest.entry();
  }

  /** Has heard someone inside, by the guest's own time and by the park's. */
  void hear(Guest guest, long at, long heardAt) {
    inside.hear(guest, at, heardAt);
    change(guest);
  }

  void change(Guest guest) {
    if (!guest.isChanged) {
      guest.isChanged = true;
      changed.add(guest.alias());
    }
  }

  /** Takes someone in. */
  void add(Guest newcomer) {
    tombstones.remove(newcomer.alias());
    inside.add(newcomer);
    change(newcomer);
  }

  /** Someone has gone. */
  void remove(Guest guest) {
    inside.remove(guest);
    tombstones.keep(guest.session, guest.at, guest.pace);
    changed.add(guest.alias());
  }

  /** Keeps what someone said who is not let in, so that nobody can say it again. */
  void keep(Session session, long at, long pace) {
    if (inside.get(session.alias()) == null && tombstones.keep(session, at, pace)) {
      changed.add(session.alias());
    }
  }

  /** Keeps that this session and all before it are over. */
  void end(Session last) {
    if (tombstones.end(last)) {
      changed.add(last.alias());
    }
  }

  /** Whether the registry has ended this login, as far as that is known of someone outside. */
  boolean isOver(Session session) {
    GuestEntry known = tombstones.get(session.alias());
    return known != null && known.ended() && session.issuedAt() <= known.session().issuedAt();
  }

  /** The login of someone outside, if it is known and not over. */
  Optional<Session> outside(String alias) {
    return Optional.ofNullable(tombstones.get(alias))
        .filter(it -> !it.ended())
        .map(GuestEntry::session);
  }

  /** Counts everybody inside as heard now. */
  void hearAll(long now) {
    inside.hearAll(now);
    inside.all().forEach(this::change);
  }

  /** Forgets those whose sessions have ended. */
  void forget(long now) {
    changed.addAll(tombstones.forget(now));
  }

  /** Puts back what a predecessor noted. */
  void restore(Collection<GuestEntry> entries) {
    List<GuestEntry> byHeard = new ArrayList<>(entries);
    byHeard.sort(Comparator.comparingLong(GuestEntry::heardAt));
    for (GuestEntry entry : byHeard) {
      entry
          .position()
          .map(there -> Guest.of(entry, there))
          .ifPresentOrElse(inside::add, () -> tombstones.put(entry));
    }
  }

  /** The guests whose entry changed since this was last asked; nothing for those to forget. */
  Map<String, Optional<GuestEntry>> takeChanges() {
    Map<String, Optional<GuestEntry>> entries = new LinkedHashMap<>();
    for (String alias : changed) {
      Guest guest = inside.get(alias);
      if (guest != null) {
        guest.isChanged = false;
      }
      entries.put(alias, Optional.ofNullable(known(alias, guest)));
    }
    changed.clear();
    return entries;
  }

  /** Takes back changes that could not be noted. */
  void giveBack(Set<String> aliases) {
    changed.addAll(aliases);
  }
}
