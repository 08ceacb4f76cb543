package fwq.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostRuleTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "localhost, true",
        "127.0.0.1:8000, true",
        "127.0.1.50:8000, true",
        "[::1]:8000, true",
        "Park.Example:443, true",
        "10.0.0.7, true",
        "-, false",
        "rebound.example, false",
        "127.0.0.1.rebound.example, false",
        "park.example.rebound.example, false",
        "[::2], false",
      })
  void serverAnswersToItsOwnNamesAlone(String host, boolean allowed) {
    assertEquals(allowed, new HostRule(Set.of("park.example", "10.0.0.7")).allows(host));
  }
}
