package fwq.visitor.terminal;

import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryReply;
import fwq.kit.json.Secret;
import java.util.Optional;

/**
 * A guest who has logged in.
 *
 * @param ticket for the registry
 * @param session for the park's gate
 * @param key signs what the guest says to the engine
 * @param pass for a broker with users
 */
record Login(Secret ticket, Session session, SessionKey key, Optional<Secret> pass) {
  static Login of(RegistryReply.LoggedIn reply) {
    return new Login(
        reply.ticket(), reply.session(), SessionKey.decode(reply.sessionKey()), reply.pass());
  }

  String alias() {
    return session.alias();
  }
}
