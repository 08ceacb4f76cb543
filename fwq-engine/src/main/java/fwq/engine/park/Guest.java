package fwq.engine.park;

import fwq.common.message.Session;
import fwq.common.park.Position;

/**
 * Someone inside.
 *
 * @param session the login that counts
 * @param position where
 * @param at the guest's own time of the last event that counted
 * @param heardAt the park's time of it: when it was written, by the broker's clock
 */
record Guest(Session session, Position position, long at, long heardAt) {
  Guest heard(long at, long heardAt) {
    return new Guest(session, position, at, heardAt);
  }

  Guest movedTo(Position there) {
    return new Guest(session, there, at, heardAt);
  }
}
