package fwq.engine.park;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;

/** Short ways to say what guests say. */
final class Said {
  static final long HOUR_MILLIS = 3_600_000;

  private Said() {}

  /** A session of one hour. */
  static Session session(String alias, long issuedAt) {
    return new Session(alias, issuedAt, issuedAt + HOUR_MILLIS);
  }

  /** The registry ends this session and all before it. */
  static Ended ended(Session last) {
    return new Ended(last);
  }

  static Enter enter(Session session, long at) {
    return new Enter(session, at);
  }

  static Move move(String alias, long at, int to) {
    return new Move(alias, at, Position.ofCell(to));
  }

  static Here here(String alias, long at) {
    return new Here(alias, at);
  }

  static Leave leave(String alias, long at) {
    return new Leave(alias, at);
  }
}
