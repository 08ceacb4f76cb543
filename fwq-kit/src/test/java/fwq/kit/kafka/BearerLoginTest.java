package fwq.kit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.json.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.auth.SaslExtensionsCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;
import org.junit.jupiter.api.Test;

final class BearerLoginTest {
  private static final Instant UNTIL = Instant.ofEpochMilli(1_800_000_000_000L);

  private static Properties given() {
    Properties given = new Properties();
    given.setProperty("security.protocol", "SASL_SSL");
    given.setProperty("sasl.mechanism", "OAUTHBEARER");
    return given;
  }

  @Test
  void tokenIsAskedForWhereNobodyHasSaidWhoItIs() {
    assertTrue(BearerLogin.isAsked(given()));
    assertFalse(BearerLogin.isAsked(new Properties()));
    assertFalse(BearerLogin.isAsked(BearerLogin.with(given(), new Secret("a.b"), UNTIL)));
    Properties program = given();
    program.setProperty("sasl.mechanism", "SCRAM-SHA-512");
    assertFalse(BearerLogin.isAsked(program));
  }

  @Test
  void kafkasClientFindsTheTokenWhereItLooks() throws Exception {
    Properties all = BearerLogin.with(given(), new Secret("aB-_.9"), UNTIL);
    assertEquals(BearerLogin.class.getName(), all.get("sasl.login.callback.handler.class"));
    BearerLogin login = new BearerLogin();
    login.configure(
        Map.of(),
        "OAUTHBEARER",
        JaasContext.loadClientContext(
                Map.of("sasl.jaas.config", new Password(all.getProperty("sasl.jaas.config"))))
            .configurationEntries());
    OAuthBearerTokenCallback asked = new OAuthBearerTokenCallback();
    login.handle(new Callback[] {asked, new SaslExtensionsCallback()});
    assertEquals("aB-_.9", asked.token().value());
    assertEquals(UNTIL.toEpochMilli(), asked.token().lifetimeMs());
    assertFalse(asked.token().toString().contains("aB"), "a token is a secret");
    Callback other = new NameCallback("who?");
    assertThrows(UnsupportedCallbackException.class, () -> login.handle(new Callback[] {other}));
  }

  @Test
  void whatWouldEndTheOptionsTextIsNoToken() {
    for (String bad : new String[] {"", "a\" b=\"c", "a;b", "ñ"}) {
      assertThrows(
          IllegalArgumentException.class, () -> BearerLogin.with(given(), new Secret(bad), UNTIL));
    }
  }
}
