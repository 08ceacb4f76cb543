package fwq.web.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.web.Samples;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CookieSealTest {
  private final CookieSeal seal = new CookieSeal(new byte[32]);
  private final Login login = Samples.login("ana", 1_000).in(OptionalInt.of(3));

  @Test
  void anyProcessWithTheSameKeyOpensIt() {
    assertEquals(Optional.of(login), new CookieSeal(new byte[32]).open(seal.seal(login)));
    Login menu = login.in(OptionalInt.empty());
    assertEquals(Optional.of(menu), seal.open(seal.seal(menu)));
  }

  @Test
  void nobodyElseOpensIt() {
    byte[] other = new byte[32];
    other[0] = 1;
    assertEquals(Optional.empty(), new CookieSeal(other).open(seal.seal(login)));
  }

  @Test
  void everyChangeIsFound() {
    String sealed = seal.seal(login);
    for (int i = 0; i < sealed.length() - 1; i++) {
      char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
      String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertEquals(Optional.empty(), seal.open(changed), "at " + i);
    }
  }

  @Test
  void everyTruncationIsRefused() {
    String sealed = seal.seal(login);
    for (int i = 0; i < sealed.length(); i++) {
      assertEquals(Optional.empty(), seal.open(sealed.substring(0, i)), "of " + i);
    }
    assertEquals(Optional.empty(), seal.open("no base64 at all!"));
    assertEquals(Optional.empty(), seal.open("A".repeat(100_000)));
  }

  @Test
  void sameLoginIsSealedAnotherWayEachTimeAndFitsIntoACookie() {
    String sealed = seal.seal(login);
    assertNotEquals(sealed, seal.seal(login));
    assertTrue(sealed.length() < 1_000);
    assertTrue(sealed.matches("[A-Za-z0-9_-]+"));
  }

  @Test
  void keyHas32Bytes() {
    assertThrows(IllegalArgumentException.class, () -> new CookieSeal(new byte[16]));
  }
}
