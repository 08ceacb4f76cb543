package fwq.common.signing;

import fwq.common.park.Alias;
import fwq.common.park.ShownName;
import java.time.Duration;
import java.util.Objects;

/**
 * One login: who, since when, until when. It is not a secret; the key that goes with it is. Of two
 * sessions of one guest, the one issued later counts.
 *
 * @param alias the guest
 * @param issuedAt epoch milliseconds by the registry's clock
 * @param expiresAt epoch milliseconds by the registry's clock, after {@code issuedAt}
 * @param shownAs what others see on the map, by {@link ShownName}; empty for not by name
 * @param role what it may do beside visiting the park
 */
public record Session(String alias, long issuedAt, long expiresAt, String shownAs, Role role) {
  /** How long one lasts: a day in the park. */
  public static final Duration LIFETIME = Duration.ofHours(12);

  /** Refuses a bad alias or shown name, and a session that ends before it begins. */
  public Session {
    Alias.check(alias);
    if (issuedAt < 0 || expiresAt <= issuedAt) {
      throw new IllegalArgumentException("a session ends after it begins");
    }
    ShownName.check(shownAs);
    Objects.requireNonNull(role, "role");
  }

  /** A guest's session. */
  public Session(String alias, long issuedAt, long expiresAt, String shownAs) {
    this(alias, issuedAt, expiresAt, shownAs, Role.GUEST);
  }

  /** A session of a guest who is shown by alias. */
  public Session(String alias, long issuedAt, long expiresAt) {
    this(alias, issuedAt, expiresAt, alias);
  }
}
