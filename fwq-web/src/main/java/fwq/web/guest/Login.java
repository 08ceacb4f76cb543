package fwq.web.guest;

import fwq.common.signing.Session;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.kit.json.Secret;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One login, as the browser's cookie carries it, sealed.
 *
 * @param ticket shown to the registry
 * @param sessionKey signs what the guest says to the engine
 * @param park where the guest wants to be; nothing in the menu
 */
public record Login(Session session, Secret ticket, Secret sessionKey, OptionalInt park) {
  public Login {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(sessionKey, "sessionKey");
    Objects.requireNonNull(park, "park");
  }

  /** A new one, in the menu. */
  public static Login of(LoggedIn reply) {
    return new Login(reply.session(), reply.ticket(), reply.sessionKey(), OptionalInt.empty());
  }

  /** The same, wanting to be there. */
  public Login in(OptionalInt other) {
    return new Login(session, ticket, sessionKey, other);
  }

  /** What tells one login from all others. */
  public Id id() {
    return new Id(session.alias(), session.issuedAt());
  }

  /** What tells one login from all others. */
  public record Id(String alias, long issuedAt) {}
}
