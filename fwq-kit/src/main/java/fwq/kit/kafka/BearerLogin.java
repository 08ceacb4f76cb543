package fwq.kit.kafka;

import fwq.kit.json.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.auth.SaslExtensionsCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;

/**
 * Logs a Kafka client in with a token that its program got elsewhere. Kafka makes it by its name.
 *
 * <p>The token travels in {@code sasl.jaas.config}, which Kafka shows nobody, and by which it keeps
 * the logins of two clients in one program apart.
 */
public final class BearerLogin implements AuthenticateCallbackHandler {
  private static final String TOKEN = "token";
  private static final String UNTIL = "until";

  /** What the broker's end can read: anything else would end the option's text. */
  private static final Pattern SHAPE = Pattern.compile("[-_.A-Za-z0-9]+");

  private BearerToken token;

  /** Constructed by Kafka's client. */
  public BearerLogin() {}

  /** Whether these client properties leave it to their program to bring a token. */
  public static boolean isAsked(Properties given) {
    return OAuthBearerLoginModule.OAUTHBEARER_MECHANISM.equals(
            given.getProperty(SaslConfigs.SASL_MECHANISM))
        && !given.containsKey(SaslConfigs.SASL_JAAS_CONFIG);
  }

  /**
   * These client properties, and the token.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Properties with(Properties given, Secret token, Instant until) {
    if (!SHAPE.matcher(token.reveal()).matches()) {
      throw new IllegalArgumentException("a token has letters, digits, '-', '_' and '.' alone");
    }
    Properties all = new Properties();
    all.putAll(given);
    all.setProperty(
        SaslConfigs.SASL_JAAS_CONFIG,
        "%s required %s=\"%s\" %s=\"%s\";"
            .formatted(
                OAuthBearerLoginModule.class.getName(),
                TOKEN,
                token.reveal(),
                UNTIL,
                until.toEpochMilli()));
    all.setProperty(SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS, BearerLogin.class.getName());
    return all;
  }

  @Override
  public void configure(
      Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> entries) {
    Map<String, ?> options = entries.getFirst().getOptions();
    String value = String.valueOf(options.get(TOKEN));
    long until = Long.parseLong(String.valueOf(options.get(UNTIL)));
    token = new BearerToken(value, "this program", until);
  }

  @Override
  public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
    for (Callback callback : callbacks) {
      switch (callback) {
        case OAuthBearerTokenCallback it -> it.token(token);
        case SaslExtensionsCallback _ -> {
          // There are none.
        }
        default -> throw new UnsupportedCallbackException(callback);
      }
    }
  }

  @Override
  public void close() {
    token = null;
  }
}
