package fwq.common.talk.registry;

/** Why the registry does not carry a request out, beside what any server may say. */
public enum RegistryError {
  /** Someone has this username already. */
  ALIAS_TAKEN,
  /** Unknown username or wrong password; which of them is not told. */
  WRONG_CREDENTIALS,
  /** The ticket is not, or no longer, good: log in again. */
  EXPIRED,
  /** Only operators may. */
  FORBIDDEN,
  /** Too many wrong passwords: try again after {@code retryAfterMillis}. */
  TOO_MANY_ATTEMPTS
}
