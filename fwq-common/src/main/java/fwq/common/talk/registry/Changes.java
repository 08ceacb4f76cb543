package fwq.common.talk.registry;

import fwq.kit.json.Secret;
import java.util.Optional;

/**
 * What is to change of a profile: what is present.
 *
 * @param shownAs what others see on the map from the next login on; empty for not by name
 */
public record Changes(
    Optional<String> name,
    Optional<String> email,
    Optional<Secret> password,
    Optional<String> shownAs) {
  /** Nothing. */
  public static final Changes NONE =
      new Changes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** These, and another name. */
  public Changes withName(String other) {
    return new Changes(Optional.of(other), email, password, shownAs);
  }

  /** These, and another email address. */
  public Changes withEmail(String other) {
    return new Changes(name, Optional.of(other), password, shownAs);
  }

  /** These, and another password. */
  public Changes withPassword(Secret other) {
    return new Changes(name, email, Optional.of(other), shownAs);
  }

  /** These, and another name on the map. */
  public Changes withShownAs(String other) {
    return new Changes(name, email, password, Optional.of(other));
  }

  /** What it changes, and not to what, such as {@code changed email password}. */
  public String summary() {
    return "changed"
        + (name.isPresent() ? " name" : "")
        + (email.isPresent() ? " email" : "")
        + (password.isPresent() ? " password" : "")
        + (shownAs.isPresent() ? " shownAs" : "");
  }

  /**
   * Whether the present password has to be said: with a new one, or a new address, whoever found an
   * open terminal would have the account for good.
   */
  public boolean needPassword() {
    return email.isPresent() || password.isPresent();
  }
}
