package fwq.kit.json;

import java.util.Objects;

/**
 * A text that must not be seen: a password, a ticket, a key. Prints as stars, so that no log line
 * or error message that happens to hold one gives it away.
 *
 * @param reveal the text itself
 */
public record Secret(String reveal) {
  /** Refuses nothing but null: rules for passwords are the registry's. */
  public Secret {
    Objects.requireNonNull(reveal, "reveal");
  }

  @Override
  public String toString() {
    return "***";
  }
}
