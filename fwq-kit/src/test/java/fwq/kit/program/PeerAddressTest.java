package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.HostPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class PeerAddressTest {
  private final PeerAddress addresses = new PeerAddress();

  @Test
  void nameOrAddressAndPortAreRead() {
    assertEquals(new HostPort("kafka", 9092), addresses.convert("kafka:9092"));
    assertEquals(new HostPort("127.0.0.1", 1), addresses.convert("127.0.0.1:1"));
    assertEquals(new HostPort("::1", 9092), addresses.convert("[::1]:9092"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ":", "kafka", "9092", ":9092", "kafka:", "kafka:x", "a:0", "::1:9092"})
  void anythingElseIsRefusedWithAnExample(String text) {
    var refusal = assertThrows(TypeConversionException.class, () -> addresses.convert(text));
    assertTrue(refusal.getMessage().contains("127.0.0.1:9092"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("'" + text + "'"), refusal.getMessage());
  }
}
