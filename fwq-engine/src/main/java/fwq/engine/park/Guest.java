package fwq.engine.park;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.Pace;
import fwq.engine.changelog.GuestEntry;
import java.util.Optional;

/**
 * Someone inside. Changed in place, since nearly all that an engine hears is that someone goes on;
 * only {@link Inside} changes where a guest is and when one was heard, so that its counts and its
 * order stay right.
 */
public final class Guest {
  private final String alias;
  Session session;
  Position position;

  /** The guest's own time of the last event that counted. */
  long at;

  /** The park's time of it: when it was written, by the broker's clock. */
  long heardAt;

  /** How far what the guest said is paid for. */
  long pace;

  /** Whether the guest is among those that are to be noted. */
  boolean isChanged;

  boolean isInside;

  /** Who was heard last before, and first after. */
  Guest before;

  Guest after;

  /** Someone who has just said that, and paid for it. */
  Guest(Session session, Position position, long at, long heardAt, long pace) {
    this.alias = session.alias();
    this.session = session;
    this.position = position;
    this.at = at;
    this.heardAt = heardAt;
    this.pace = pace;
  }

  /** Someone inside, as it was noted. */
  static Guest of(GuestEntry entry, Position there) {
    return new Guest(entry.session(), there, entry.at(), entry.heardAt(), entry.pace());
  }

  /** Pays for something that the guest says, if it can. */
  boolean pay(long now) {
    boolean isPaid = Pace.allows(pace, now);
    if (isPaid) {
      pace = Pace.after(pace, now);
    }
    return isPaid;
  }

  String alias() {
    return alias;
  }

  /** The login that counts: its key must have signed what this guest says. */
  public Session session() {
    return session;
  }

  /** Where the guest is. */
  public Position position() {
    return position;
  }

  /** Whether this is still the one who is meant by the alias. */
  public boolean isInside() {
    return isInside;
  }

  /** What is to be noted of the guest. */
  GuestEntry entry() {
    return new GuestEntry(session, at, heardAt, Optional.of(position), false, pace);
  }
}
