package fwq.common.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.json.Secret;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionKeyTest {
  private static final SharedSecret SHARED = SharedSecret.of(new byte[32]);
  private static final Session ANA = new Session("ana", 1_000, 2_000);
  private static final byte[] EVENT = "{\"type\":\"here\"}".getBytes(UTF_8);

  @Test
  void registrysKeySentToTheGuestAndTheEnginesAreOne() {
    SessionKey guests = SessionKey.decode(SessionKey.derive(SHARED, ANA).encode());
    SessionKey engines = SessionKey.derive(SharedSecret.of(SHARED.bytes()), ANA);
    assertTrue(engines.verify(0, EVENT, guests.sign(0, EVENT)));
    assertArrayEquals(engines.sign(7, EVENT), guests.sign(7, EVENT));
  }

  @Test
  void signatureIsSpoiledByEveryFlippedBit() {
    SessionKey key = SessionKey.derive(SHARED, ANA);
    byte[] signature = key.sign(0, EVENT);
    assertEquals(32, signature.length);
    for (int bit = 0; bit < EVENT.length * 8; bit++) {
      assertFalse(key.verify(0, flipped(EVENT, bit), signature), "event's bit " + bit);
    }
    for (int bit = 0; bit < signature.length * 8; bit++) {
      assertFalse(key.verify(0, EVENT, flipped(signature, bit)), "signature's bit " + bit);
    }
  }

  @Test
  void signatureIsForOnePark() {
    SessionKey key = SessionKey.derive(SHARED, ANA);
    assertFalse(key.verify(1, EVENT, key.sign(0, EVENT)));
  }

  @Test
  void signatureIsForOneSession() {
    byte[] signature = SessionKey.derive(SHARED, ANA).sign(0, EVENT);
    for (Session other :
        new Session[] {
          new Session("anb", 1_000, 2_000),
          new Session("ana", 1_001, 2_000),
          new Session("ana", 1_000, 2_001),
          new Session("ana", 1_000, 2_000, "Ana"),
          new Session("ana", 1_000, 2_000, ""),
          new Session("ana", 1_000, 2_000, "ana", Role.OPERATOR)
        }) {
      assertFalse(SessionKey.derive(SHARED, other).verify(0, EVENT, signature), other.toString());
    }
    byte[] another = new byte[32];
    another[31] = 1;
    assertFalse(SessionKey.derive(SharedSecret.of(another), ANA).verify(0, EVENT, signature));
  }

  @Test
  void keyIsWhatWasAgreed() {
    assertEquals(
        "dI5Bfuq6J_49UGZ5-cDfNDxeho8gmni1yu2WQtOP9hI",
        SessionKey.derive(SHARED, ANA).encode().reveal(),
        "of a guest shown by alias");
    assertEquals(
        "TTTOVOzrhv3Q952I56gMSIPVoX2B8jknuVxJNxt4b7Y",
        SessionKey.derive(SHARED, new Session("ana", 1_000, 2_000, "Pepe L")).encode().reveal());
    assertEquals(
        "Ag0dJ6-vh13pAsVZu8b8CCxnSFfk-6RB3yKrD-cIgkw",
        SessionKey.derive(SHARED, new Session("ana", 1_000, 2_000, "")).encode().reveal());
  }

  @Test
  void missingOrShortSignatureIsWrong() {
    SessionKey key = SessionKey.derive(SHARED, ANA);
    assertFalse(key.verify(0, EVENT, null));
    assertFalse(key.verify(0, EVENT, new byte[0]));
    assertFalse(key.verify(0, EVENT, Arrays.copyOf(key.sign(0, EVENT), 31)));
    assertFalse(key.verify(0, EVENT, Arrays.copyOf(key.sign(0, EVENT), 33)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
  void keyOfAnotherShapeIsRefused(String text) {
    Secret secret = new Secret(text);
    assertThrows(IllegalArgumentException.class, () -> SessionKey.decode(secret));
  }

  @Test
  void keysAndSecretsPrintAsStars() {
    assertEquals("***", SessionKey.derive(SHARED, ANA).toString());
    assertEquals("***", SHARED.toString());
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << bit % 8);
    return copy;
  }
}
