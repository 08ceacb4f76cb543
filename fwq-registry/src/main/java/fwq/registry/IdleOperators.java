package fwq.registry;

import fwq.common.signing.Role;
import fwq.common.signing.Session;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An operator's login ends when nothing is heard of it for half an hour. For many threads. */
final class IdleOperators {
  static final Duration LIMIT = Duration.ofMinutes(30);

  /** Some 1 MB; beyond it all count as heard now. */
  private static final int LOGINS_MAX = 10_000;

  private final Map<Session, Long> heardAt = new ConcurrentHashMap<>();
  private volatile long since;

  /** Who was heard before that moment, nobody knows any more. */
  IdleOperators(long since) {
    this.since = since;
  }

  /** Whether it is over; otherwise it has been heard now. */
  boolean isOver(Session session, long now) {
    if (session.role() == Role.GUEST) {
      return false;
    }
    long last = Math.max(heardAt.getOrDefault(session, session.issuedAt()), since);
    if (now - last >= LIMIT.toMillis()) {
      return true;
    }
    if (heardAt.size() >= LOGINS_MAX) {
      heardAt.clear();
      since = now;
    }
    heardAt.put(session, now);
    return false;
  }
}
