package fwq.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.web.http.ClientAddress.Cidr;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private final ClientAddress clients =
      new ClientAddress(List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("fd00::1")));

  @Test
  void whatAStrangerForwardsIsNotBelieved() {
    assertEquals("192.0.2.7", clients.of("192.0.2.7", List.of("1.2.3.4")));
    assertEquals("192.0.2.7", new ClientAddress(List.of()).of("192.0.2.7", List.of("1.2.3.4")));
  }

  @Test
  void clientIsWhoTheProxySawAndNotWhatTheClientWrote() {
    assertEquals("203.0.113.9", clients.of("10.1.2.3", List.of("1.2.3.4, 203.0.113.9")));
    assertEquals("203.0.113.9", clients.of("fd00::1", List.of("1.2.3.4", "203.0.113.9")));
  }

  @Test
  void proxiesBehindEachOtherAreSkipped() {
    assertEquals("203.0.113.9", clients.of("10.1.2.3", List.of("203.0.113.9, 10.9.9.9")));
  }

  @Test
  void rubbishFromAProxyIsNoAddress() {
    assertEquals("10.1.2.3", clients.of("10.1.2.3", List.of("localhost")));
    assertEquals("10.1.2.3", clients.of("10.1.2.3", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0/33", "10.0.0.0/-1", "proxy/8", "10.0.0.0/x"})
  void rangeThatIsNoneIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Cidr.parse(text));
  }
}
