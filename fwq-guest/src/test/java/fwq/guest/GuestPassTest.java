package fwq.guest;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Session;
import fwq.kit.json.Secret;
import fwq.kit.program.Failure;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class GuestPassTest {
  private static final Session SESSION = new Session("ana", 1, 2);
  private static final Optional<Secret> PASS = Optional.of(new Secret("a.b.c"));

  private final Properties guests = new Properties();

  GuestPassTest() {
    guests.setProperty("sasl.mechanism", "OAUTHBEARER");
  }

  @Test
  void passIsShownToABrokerThatAsksForOneAlone() throws Exception {
    Properties shown = GuestPass.of(guests, PASS, SESSION);
    assertTrue(shown.getProperty("sasl.jaas.config").contains("\"a.b.c\""));
    Properties plain = new Properties();
    assertSame(plain, GuestPass.of(plain, PASS, SESSION));
    assertSame(plain, GuestPass.untried(plain, Instant.EPOCH));
  }

  @Test
  void olderRegistryIsNamedWhereAPassIsMissing() {
    var e = assertThrows(Failure.class, () -> GuestPass.of(guests, Optional.empty(), SESSION));
    assertTrue(e.getMessage().contains("older than the broker"), e.getMessage());
  }
}
