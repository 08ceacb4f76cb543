package fwq.common.talk.visit;

import fwq.common.park.Alias;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import java.util.Objects;

/**
 * What a guest says to the engine. {@code at} is epoch milliseconds by the guest's clock and rises
 * with each event of a session, so that none can be said twice.
 */
public sealed interface VisitorEvent extends ParkEvent {
  /** Who says it. */
  @Override
  String alias();

  /** When, by the guest's clock; higher than that of the event before. */
  long at();

  /** I want in. */
  record Enter(Session session, long at) implements VisitorEvent {
    /** Refuses a time before 1970. */
    public Enter {
      Objects.requireNonNull(session, "session");
      checkAt(at);
    }

    @Override
    public String alias() {
      return session.alias();
    }
  }

  /** I step to this cell. */
  record Move(String alias, long at, Position to) implements VisitorEvent {
    /** Refuses a bad alias and a missing position. */
    public Move {
      Alias.check(alias);
      checkAt(at);
      Objects.requireNonNull(to, "to");
    }
  }

  /** I am still here. */
  record Here(String alias, long at) implements VisitorEvent {
    /** Refuses a bad alias. */
    public Here {
      Alias.check(alias);
      checkAt(at);
    }
  }

  /** I go home. */
  record Leave(String alias, long at) implements VisitorEvent {
    /** Refuses a bad alias. */
    public Leave {
      Alias.check(alias);
      checkAt(at);
    }
  }

  private static void checkAt(long at) {
    if (at < 0) {
      throw new IllegalArgumentException("at is milliseconds since 1970, got " + at);
    }
  }
}
