package fwq.visitor.terminal;

import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryReply;
import fwq.kit.json.Secret;

/**
 * A guest who has logged in.
 *
 * @param ticket for the registry
 * @param session for the park's gate
 * @param key signs what the guest says to the engine
 */
record Login(Secret ticket, Session session, SessionKey key) {
  static Login of(RegistryReply.LoggedIn reply) {
    return new Login(reply.ticket(), reply.session(), SessionKey.decode(reply.sessionKey()));
  }

  String alias() {
    return session.alias();
  }
}
