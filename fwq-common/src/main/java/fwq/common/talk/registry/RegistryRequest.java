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
   * Changes the fields that are present.
   *
   * @param shownAs what others see on the map from the next login on; empty for not by name
   */
  record Update(
      Secret ticket,
      Optional<String> name,
      Optional<String> email,
      Optional<Secret> password,
      Optional<String> shownAs)
      implements RegistryRequest {}

  /** Asks for the audit's last lines; for operators. */
  record ReadAudit(Secret ticket) implements RegistryRequest {}

  /** Makes the ticket worthless. */
  record Logout(Secret ticket) implements RegistryRequest {}
}
