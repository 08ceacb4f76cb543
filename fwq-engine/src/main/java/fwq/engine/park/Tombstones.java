package fwq.engine.park;

import fwq.common.signing.Session;
import fwq.engine.changelog.GuestEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The guests that left, were not let in, or whose sessions the registry has ended, while these
 * would last and an hour more: what they said once must not let them in again when someone else
 * repeats it, not even after the broker's clock was set back. Of each guest the newest login is
 * known, or the newest that is over, whichever is newer. Bounded: beyond the limit the longest gone
 * are forgotten first.
 */
final class Tombstones {
  /** Some 30 MB, and more guests than a park sees in the life of a session. */
  static final int GUESTS_MAX = 200_000;

  static final long GRACE_MILLIS = 3_600_000;

  private final LinkedHashMap<String, GuestEntry> entries = new LinkedHashMap<>();

  /**
   * Keeps the last thing that a guest said.
   *
   * @param pace how far what the guest said is paid for
   * @return whether nothing as new was known already
   */
  boolean keep(Session session, long at, long pace) {
    GuestEntry known = entries.get(session.alias());
    if (known != null
        && (known.session().issuedAt() > session.issuedAt()
            || (known.ended() && known.session().issuedAt() == session.issuedAt())
            || (known.session().equals(session) && known.at() >= at))) {
      return false;
    }
    put(new GuestEntry(session, at, 0, Optional.empty(), false, pace));
    return true;
  }

  /**
   * Keeps that this session and all before it are over.
   *
   * @return whether that, or a newer login, was not known already
   */
  boolean end(Session last) {
    GuestEntry known = entries.get(last.alias());
    if (known != null
        && (known.session().issuedAt() > last.issuedAt()
            || (known.ended() && known.session().issuedAt() == last.issuedAt()))) {
      return false;
    }
    put(GuestEntry.ended(last));
    return true;
  }

  /** Puts back what was noted. */
  void put(GuestEntry entry) {
    entries.putLast(entry.session().alias(), entry);
  }

  /** What is known of a guest outside, or null. */
  GuestEntry get(String alias) {
    return entries.get(alias);
  }

  void remove(String alias) {
    entries.remove(alias);
  }

  /**
   * Forgets those whose sessions have ended.
   *
   * @return their aliases
   */
  List<String> forget(long now) {
    List<String> forgotten = new ArrayList<>();
    // Sessions last equally long, so the eldest nearly always end first; the others wait their
    // turn.
    var eldest = entries.entrySet().iterator();
    while (eldest.hasNext()) {
      var entry = eldest.next();
      if (entry.getValue().session().expiresAt() > now - GRACE_MILLIS
          && entries.size() <= GUESTS_MAX) {
        break;
      }
      forgotten.add(entry.getKey());
      eldest.remove();
    }
    return forgotten;
  }
}
