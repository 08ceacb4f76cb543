package fwq.common.talk.registry;

import fwq.kit.json.Secret;
import java.util.Objects;
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
      implements RegistryRequest {
    /** Refuses a missing field. */
    public Register {
      Objects.requireNonNull(alias, "alias");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(email, "email");
      Objects.requireNonNull(password, "password");
      Objects.requireNonNull(shownAs, "shownAs");
    }
  }

  /** Asks for a ticket. */
  record Login(String alias, Secret password) implements RegistryRequest {
    /** Refuses a missing field. */
    public Login {
      Objects.requireNonNull(alias, "alias");
      Objects.requireNonNull(password, "password");
    }
  }

  /** Asks for what the registry knows of the ticket's owner. */
  record Profile(Secret ticket) implements RegistryRequest {
    /** Refuses a missing field. */
    public Profile {
      Objects.requireNonNull(ticket, "ticket");
    }
  }

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
      implements RegistryRequest {
    /** Refuses a missing field. */
    public Update {
      Objects.requireNonNull(ticket, "ticket");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(email, "email");
      Objects.requireNonNull(password, "password");
      Objects.requireNonNull(shownAs, "shownAs");
    }
  }

  /** Makes the ticket worthless. */
  record Logout(Secret ticket) implements RegistryRequest {
    /** Refuses a missing field. */
    public Logout {
      Objects.requireNonNull(ticket, "ticket");
    }
  }
}
