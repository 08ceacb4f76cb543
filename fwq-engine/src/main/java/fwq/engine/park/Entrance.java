package fwq.engine.park;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.Pace;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.engine.changelog.GuestEntry;
import java.util.Optional;

/** Who is let in, and who is not. */
final class Entrance {
  private final Roll roll;
  private final Office office;
  private final int capacity;
  private final FormerSessions former = new FormerSessions();

  /**
   * The entrance of a park.
   *
   * @param capacity guests it can hold, unless the office says otherwise
   */
  Entrance(Roll roll, Office office, int capacity) {
    this.roll = roll;
    this.office = office;
    this.capacity = capacity;
  }

  /**
   * Somebody asks to be let in, who has signed it.
   *
   * @param guest the one, if inside, or null
   * @param time the park's
   * @return what to say; nothing when it is a replay, or more than a guest can say
   */
  Optional<Note> enter(Enter event, Guest guest, long time) {
    Session session = event.session();
    // First of all, so that it does not matter whether the guest is still known or forgotten.
    if (session.expiresAt() <= time) {
      if (guest == null || !guest.session.equals(session) || event.at() <= guest.at) {
        return refuseFormer(event, Refusal.EXPIRED, time);
      }
      roll.hear(guest, event.at(), time);
      roll.remove(guest);
      return Optional.of(Note.gone(session, Departure.EXPIRED));
    }
    GuestEntry known = roll.known(session.alias(), guest);
    if (known != null && known.ended() && session.issuedAt() <= known.session().issuedAt()) {
      return refuseFormer(event, Refusal.EXPIRED, time);
    }
    if (known != null && known.session().issuedAt() > session.issuedAt()) {
      return refuseFormer(event, Refusal.SUPERSEDED, time);
    }
    boolean isKnown = known != null && known.session().equals(session);
    if (isKnown && event.at() <= known.at()) {
      return Optional.empty();
    }
    if (guest != null) {
      roll.inside().login(guest, session);
      roll.hear(guest, event.at(), time);
      return guest.pay(time)
          ? Optional.of(Note.admitted(session, guest.position))
          : Optional.empty();
    }
    long pace = isKnown ? known.pace() : 0;
    if (!Pace.allows(pace, time)) {
      roll.keep(session, event.at(), pace);
      return Optional.empty();
    }
    return letIn(event, time, Pace.after(pace, time));
  }

  /** How often it says that a session counts no more. */
  FormerSessions former() {
    return former;
  }

  private Optional<Note> letIn(Enter event, long time, long pace) {
    Session session = event.session();
    Optional<Refusal> why =
        !office.isOpen()
            ? Optional.of(Refusal.CLOSED)
            : roll.inside().size() < office.capacity(capacity)
                ? Optional.empty()
                : Optional.of(Refusal.FULL);
    if (why.isPresent()) {
      roll.keep(session, event.at(), pace);
      return Optional.of(Note.refused(session, why.get()));
    }
    roll.add(new Guest(session, Position.GATE, event.at(), time, pace));
    return Optional.of(Note.admitted(session, Position.GATE));
  }

  private Optional<Note> refuseFormer(Enter event, Refusal why, long time) {
    roll.keep(event.session(), event.at(), 0);
    return former.isTold(time) ? Optional.of(Note.refused(event.session(), why)) : Optional.empty();
  }
}
