package fwq.common.talk.visit;

import fwq.common.signing.Session;

/**
 * What the registry says when a guest has logged out or changed the password: this session and
 * every one of the guest's before it are over. Said twice, or again much later, it means no more
 * than once, and nothing for a later login.
 *
 * @param last the newest that is over; it counts whether there was one at that moment or not, and
 *     who is shown how says nothing here
 */
public record Ended(Session last) implements ParkEvent {

  /** That all sessions issued at or before a moment are over, which would expire by then. */
  public static Ended upTo(String alias, long issuedAt, long expiresAt) {
    return new Ended(new Session(alias, issuedAt, expiresAt));
  }

  @Override
  public String alias() {
    return last.alias();
  }

  /** Whether this login is over. */
  public boolean ends(Session session) {
    return session.issuedAt() <= last.issuedAt();
  }
}
