package fwq.broker;

import fwq.kit.kafka.BearerToken;
import fwq.kit.kafka.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerExtensionsValidatorCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallback;

/**
 * Lets guests in by their passes, at each login and again and again later. Kafka's server makes it
 * by its name, one for each of its network threads, so what to check passes with is found by what
 * the server's settings say.
 */
public final class GuestLogin implements AuthenticateCallbackHandler {
  /** The setting that says with what. */
  static final String SETTING = "fwq.passes";

  private static final Map<String, PassCheck> CHECKS = new ConcurrentHashMap<>();

  private PassCheck check;

  /** Constructed by Kafka's server. */
  public GuestLogin() {}

  /** A server whose settings say so checks passes with this from now on. */
  static void checkWith(String setting, PassCheck check) {
    CHECKS.put(setting, check);
  }

  @Override
  public void configure(
      Map<String, ?> settings, String mechanism, List<AppConfigurationEntry> entries) {
    check = CHECKS.get(String.valueOf(settings.get(SETTING)));
  }

  @Override
  public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
    for (Callback callback : callbacks) {
      switch (callback) {
        case OAuthBearerValidatorCallback it -> {
          Optional<BearerToken> good = check.check(it.tokenValue(), Instant.now());
          good.ifPresentOrElse(it::token, () -> it.error(Refusal.INVALID_TOKEN, null, null));
        }
        case OAuthBearerExtensionsValidatorCallback _ -> {
          // Whatever a client says beside its token counts for nothing.
        }
        default -> throw new UnsupportedCallbackException(callback);
      }
    }
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
