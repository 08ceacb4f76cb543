package fwq.engine.park;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.Rejection;

/**
 * Something to say to one guest.
 *
 * @param alias to whom
 * @param answer what
 */
public record Note(String alias, EngineMessage.Answer answer) {
  static Note admitted(Session session, Position position) {
    return new Note(session.alias(), new Admitted(session.issuedAt(), position));
  }

  static Note refused(Session session, Refusal why) {
    return new Note(session.alias(), new Refused(session.issuedAt(), why));
  }

  static Note rejected(Session session, Rejection why, Position position) {
    return new Note(session.alias(), new Rejected(session.issuedAt(), why, position));
  }

  static Note gone(Session session, Departure why) {
    return new Note(session.alias(), new Gone(session.issuedAt(), why));
  }

  /** To someone who is not inside, and so has no session here. */
  static Note notInside(String alias) {
    return new Note(alias, new Gone(0, Departure.NOT_INSIDE));
  }
}
