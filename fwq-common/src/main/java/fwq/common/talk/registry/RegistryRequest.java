package fwq.common.talk.registry;

import fwq.kit.json.Secret;
import java.util.Optional;

/**
 * What a guest asks of the registry. Rules for the fields are the registry's; here none is null.
 */
public sealed interface RegistryRequest {
  /**
   * Creates an account.
   *
   * @param shownAs what others see on the map; empty for not by name, absent for the alias
   */
  record Register(
      String alias, String name, String email, Secret password, Optional<String> shownAs)
      implements RegistryRequest {}

  /** Asks for a ticket. */
  record Login(String alias, Secret password) implements RegistryRequest {}

  /** Asks for what the registry knows of the ticket's owner. */
  record Profile(Secret ticket) implements RegistryRequest {}

  /**
   * Changes a profile.
   *
   * @param current the present password, where {@link Changes#needPassword}
   */
  record Update(Secret ticket, Changes changes, Optional<Secret> current)
      implements RegistryRequest {}

  /** Asks which logins of the ticket's owner have not ended. */
  record ListSessions(Secret ticket) implements RegistryRequest {}

  /**
   * Ends another login of the ticket's owner, and those before it but for the one that asks.
   *
   * @param issuedAt what it is known by
   */
  record EndSession(Secret ticket, long issuedAt) implements RegistryRequest {
    /** Refuses a time before 1970. */
    public EndSession {
      if (issuedAt < 0) {
        throw new IllegalArgumentException("issuedAt is milliseconds since 1970, got " + issuedAt);
      }
    }
  }

  /** Asks for all that the registry has of the ticket's owner. */
  record Export(Secret ticket) implements RegistryRequest {}

  /**
   * Deletes the account of the ticket's owner for good.
   *
   * @param current the present password
   */
  record Delete(Secret ticket, Secret current) implements RegistryRequest {}

  /** Asks for the audit's last lines; for operators. */
  record ReadAudit(Secret ticket) implements RegistryRequest {}

  /** Asks by which keys engines are known. Anybody may. */
  record AskEngines() implements RegistryRequest {}

  /** Makes the ticket worthless. */
  record Logout(Secret ticket) implements RegistryRequest {}
}
