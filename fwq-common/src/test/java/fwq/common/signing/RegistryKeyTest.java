package fwq.common.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class RegistryKeyTest {
  private static final SharedSecret SHARED = SharedSecret.of(new byte[32]);
  private static final byte[] EVENT = "{\"type\":\"ended\"}".getBytes(UTF_8);

  private final RegistryKey key = RegistryKey.derive(SHARED);

  @Test
  void signatureIsWhatWasAgreed() {
    assertEquals(
        "b40e5f154079d78692e918dd0c2537d1054558f4891e77d6d9b12ee7d8397ac5",
        HexFormat.of().formatHex(key.sign(7, EVENT)));
  }

  @Test
  void engineBelievesTheRegistry() {
    RegistryKey engines = RegistryKey.derive(SharedSecret.of(SHARED.bytes()));
    assertTrue(engines.verify(7, EVENT, key.sign(7, EVENT)));
  }

  @Test
  void signatureIsForOneParkOneTextAndOneSecret() {
    byte[] signature = key.sign(0, EVENT);
    assertFalse(key.verify(1, EVENT, signature));
    assertFalse(key.verify(0, "{\"type\":\"enter\"}".getBytes(UTF_8), signature));
    byte[] another = new byte[32];
    another[31] = 1;
    assertFalse(RegistryKey.derive(SharedSecret.of(another)).verify(0, EVENT, signature));
    assertFalse(key.verify(0, EVENT, null));
    assertFalse(key.verify(0, EVENT, new byte[0]));
  }

  @Test
  void noGuestSignsAsTheRegistry() {
    SessionKey guest = SessionKey.derive(SHARED, new Session("ana", 1_000, 2_000));
    assertFalse(key.verify(0, EVENT, guest.sign(0, EVENT)));
    assertFalse(guest.verify(0, EVENT, key.sign(0, EVENT)));
  }

  @Test
  void keyPrintsAsStars() {
    assertEquals("***", key.toString());
  }
}
