package fwq.guest;

import fwq.common.signing.Session;
import fwq.kit.json.Secret;
import fwq.kit.kafka.BearerLogin;
import fwq.kit.program.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** Who a guest is to a broker with users: whoever the registry says, with each login. */
public final class GuestPass {
  private GuestPass() {}

  /** Whether these client properties are a guest's, as {@code fwq broker --secure} writes them. */
  public static boolean isAsked(Properties kafkaProperties) {
    return BearerLogin.isAsked(kafkaProperties);
  }

  /**
   * Client properties for a guest who has logged in.
   *
   * @param pass as the registry gave it
   * @throws Failure when they ask for a pass and there is none
   */
  public static Properties of(Properties kafkaProperties, Optional<Secret> pass, Session session)
      throws Failure {
    if (!isAsked(kafkaProperties)) {
      return kafkaProperties;
    }
    if (pass.isEmpty()) {
      throw new Failure(
          "the broker lets guests in by a pass, and the registry gave none: it is older than the"
              + " broker; start a registry of this version");
    }
    return BearerLogin.with(kafkaProperties, pass.get(), Instant.ofEpochMilli(session.expiresAt()));
  }

  /** Client properties that can be tried out before there is a login. */
  public static Properties untried(Properties kafkaProperties, Instant now) {
    return isAsked(kafkaProperties)
        ? BearerLogin.with(kafkaProperties, new Secret("none"), now.plus(Duration.ofDays(1)))
        : kafkaProperties;
  }
}
