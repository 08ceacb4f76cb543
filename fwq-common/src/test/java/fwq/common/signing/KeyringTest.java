package fwq.common.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyringTest {
  private static final Instant MADE = Instant.parse("2026-11-28T08:00:00Z");
  private static final Instant REPLACED = MADE.plusSeconds(3_600);
  private static final Duration LIVES = Duration.ofHours(12);

  private final SharedSecret first = secret(1);
  private final SharedSecret second = secret(2);
  private final Keyring ring = Keyring.of(first, MADE).with(second, REPLACED);

  static SharedSecret secret(int each) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) each);
    return SharedSecret.of(bytes);
  }

  @Test
  void keyIsUsedFromItsMomentOnUntilThatOfTheNext() {
    assertSame(first, ring.at(MADE).secret());
    assertSame(first, ring.at(REPLACED.minusMillis(1)).secret());
    assertSame(second, ring.at(REPLACED).secret());
    assertSame(second, ring.at(Instant.MAX).secret());
    assertSame(first, ring.at(Instant.EPOCH).secret(), "clocks differ: there is none before");
  }

  @Test
  void keyIsForgottenWhenNothingLivesAnyMoreThatItMade() {
    Instant end = REPLACED.plus(LIVES);
    assertEquals(Optional.of(end), ring.until(ring.keys().getFirst(), LIVES));
    assertEquals(Optional.empty(), ring.until(ring.keys().getLast(), LIVES));
    assertSame(ring, ring.without(LIVES, end.minusMillis(1)));
    Keyring left = ring.without(LIVES, end);
    assertEquals(List.of(second), left.keys().stream().map(key -> key.secret()).toList());
    assertSame(second, left.at(MADE).secret(), "who claims to be older has no other key");
    assertSame(left, left.without(LIVES, Instant.MAX), "the newest stays");
  }

  @Test
  void textIsReadAsItWasWritten() {
    Keyring read = Keyring.parse("# the oldest first\n\n" + ring.text());
    assertEquals(ring.text(), read.text());
    assertEquals(ring.toString(), read.toString());
    assertEquals(MADE, read.keys().getFirst().since());
  }

  @Test
  void secretOfOlderVersionsIsAKeyThatHasAlwaysBeen() {
    String older = Base64.getEncoder().encodeToString(first.bytes()) + "\n";
    Keyring read = Keyring.parse(older);
    assertEquals(Instant.EPOCH, read.keys().getFirst().since());
    assertEquals(older, read.text());
  }

  @Test
  void idTellsKeysApartAndShowsNothingOfThem() {
    assertEquals(first.id(), secret(1).id());
    assertNotEquals(first.id(), second.id());
    assertEquals(Optional.of(ring.keys().getLast()), ring.find(second.id()));
    assertEquals(Optional.empty(), ring.find("00000000"));
    assertEquals("[" + first.id() + ", " + second.id() + "]", ring.toString());
    assertFalse(ring.toString().contains("AQEB"), "base64 of the first key's bytes");
  }

  @Test
  void newKeyIsTheNewestAndThereIsABound() {
    assertThrows(IllegalArgumentException.class, () -> ring.with(secret(3), REPLACED));
    Keyring full = ring;
    for (int i = 2; i < Keyring.KEYS_MAX; i++) {
      full = full.with(secret(i + 1), REPLACED.plusSeconds(i));
    }
    Keyring last = full;
    assertThrows(
        IllegalArgumentException.class, () -> last.with(secret(99), REPLACED.plusSeconds(99)));
  }

  @Test
  void keysThatComeOfThemAreUsedAsLong() {
    Keyring derived = ring.map(secret -> SensorKey.ofRide(secret, 0, 7));
    assertEquals(REPLACED, derived.keys().getLast().since());
    assertEquals(SensorKey.ofRide(second, 0, 7).id(), derived.at(REPLACED).id());
    assertNotEquals(SensorKey.ofRide(second, 0, 8).id(), derived.at(REPLACED).id());
    assertNotEquals(SensorKey.ofRide(second, 1, 7).id(), derived.at(REPLACED).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing else\n",
        "short",
        "AAAA",
        "yesterday AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
        "2026-11-28T08:00:00Z AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\n"
            + "2026-11-28T08:00:00Z AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=",
      })
  void textThatHoldsNoKeysIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Keyring.parse(text));
  }
}
