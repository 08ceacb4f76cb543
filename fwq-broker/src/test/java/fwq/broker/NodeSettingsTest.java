package fwq.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fwq.kit.net.HostPort;
import fwq.kit.tls.Identity;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeSettingsTest {
  @TempDir private Path folder;
  private Properties settings;

  @BeforeEach
  void secured() throws Exception {
    Identity identity =
        Identity.open(
            folder,
            new Identity.Server("broker", List.of("park.example"), Duration.ofDays(1)),
            Instant.now(),
            new SecureRandom());
    settings =
        NodeSettings.secured(
            folder,
            new HostPort("park.example", 9092),
            new HostPort("127.0.0.1", 7001),
            7002,
            identity,
            Duration.ofSeconds(7));
  }

  @Test
  void onlyClientsComeFromElsewhere() {
    assertEquals(
        "CLIENT://:9092,OWN://127.0.0.1:7001,CONTROLLER://127.0.0.1:7002",
        settings.get("listeners"));
    assertEquals(
        "CLIENT://park.example:9092,OWN://127.0.0.1:7001", settings.get("advertised.listeners"));
  }

  @Test
  void noListenerLetsAnybodyIn() {
    assertEquals(
        "CLIENT:SASL_SSL,OWN:SSL,CONTROLLER:SSL", settings.get("listener.security.protocol.map"));
    assertEquals("required", settings.get("listener.name.own.ssl.client.auth"));
    assertEquals("required", settings.get("listener.name.controller.ssl.client.auth"));
    assertEquals("SCRAM-SHA-512,OAUTHBEARER", settings.get("sasl.enabled.mechanisms"));
  }

  @Test
  void guestsShowTheirPassesAgainAndProgramsNeedNot() {
    assertEquals(
        "7000", settings.get("listener.name.client.oauthbearer.connections.max.reauth.ms"));
    assertNull(settings.get("connections.max.reauth.ms"));
  }

  @Test
  void nothingIsAllowedThatNoRuleAllowsButToTheBrokerAndItsOperator() {
    assertEquals("false", settings.get("allow.everyone.if.no.acl.found"));
    assertEquals("User:CN=FWQ broker;User:admin", settings.get("super.users"));
  }
}
