package fwq.common.talk.trips;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The answer to a search.
 *
 * @param currency of all prices, such as {@code EUR}
 * @param matches what was found; of flights, those out
 * @param back flights back
 * @param tookMillis how long the seller took, where an agency asked it
 */
public record Found(
    String currency, Matches matches, Optional<Matches> back, OptionalInt tookMillis)
    implements SellerReply, AgencyReply {
  public Found {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(matches, "matches");
    Objects.requireNonNull(back, "back");
    Objects.requireNonNull(tookMillis, "tookMillis");
    Checks.atLeast(0, tookMillis.orElse(0), "how long it took");
  }

  /** The same, with the time that it took. */
  public Found took(int millis) {
    return new Found(currency, matches, back, OptionalInt.of(millis));
  }
}
