package fwq.kit.kafka;

import java.util.Set;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;

/**
 * What proves to a broker who somebody is (SASL/OAUTHBEARER), at either end.
 *
 * @param value the token itself
 * @param principalName whose it is: what the broker calls its owner
 * @param lifetimeMs when it expires, epoch milliseconds
 */
public record BearerToken(String value, String principalName, long lifetimeMs)
    implements OAuthBearerToken {
  @Override
  public Set<String> scope() {
    return Set.of();
  }

  @Override
  public Long startTimeMs() {
    return null;
  }

  @Override
  public String toString() {
    return "***";
  }
}
