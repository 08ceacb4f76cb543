package fwq.engine.park;

import fwq.common.message.GuestEntry;
import fwq.common.message.Session;
import fwq.common.park.Position;
import java.util.Optional;

/**
 * Someone inside.
 *
 * @param session the login that counts
 * @param position where
 * @param at the guest's own time of the last event that counted
 * @param heardAt the park's time of it: when it was written, by the broker's clock
 */
record Guest(Session session, Position position, long at, long heardAt) {
  /** What is to be noted of the guest. */
  GuestEntry entry() {
    return new GuestEntry(session, at, heardAt, Optional.of(position));
  }

  Guest heard(long at, long heardAt) {
    return new Guest(session, position, at, heardAt);
  }

  Guest movedTo(Position there) {
    return new Guest(session, there, at, heardAt);
  }
}
