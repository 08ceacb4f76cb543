package fwq.trials.bench.engine;

import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.kit.program.BoundedMap;
import java.util.Map;

/**
 * Session keys already derived, for the rival: each event costs one HMAC and not three. Bounded.
 */
final class SessionKeys {
  private static final int KEYS_MAX = 100_000;

  private final Map<String, Derived> keys = BoundedMap.byUse(KEYS_MAX);

  private record Derived(Session session, SessionKey key) {}

  SessionKey of(Session session, SharedSecret secret) {
    Derived known = keys.get(session.alias());
    if (known == null || !known.session.equals(session)) {
      known = new Derived(session, SessionKey.derive(secret, session));
      keys.put(session.alias(), known);
    }
    return known.key;
  }
}
