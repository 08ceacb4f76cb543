package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.registry.PasswordHash.Cost;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Argon2id as everybody else computes it. */
final class PasswordHashTest {
  private static final byte[] PASSWORD = "password".getBytes(StandardCharsets.UTF_8);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final BlockPool MEMORY = PasswordHash.memory(Cost.OWASP);

  /** From test.c of the reference implementation (P-H-C/phc-winner-argon2), Argon2id version 19. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
      })
  void agreesWithTheReferenceImplementation(String phc) {
    PasswordHash hash = PasswordHash.parse(phc);
    assertTrue(hash.matches(PASSWORD, MEMORY));
    assertFalse(hash.matches("passworD".getBytes(StandardCharsets.UTF_8), MEMORY));
    assertEquals(phc, hash.phc());
  }

  @Test
  void costsWhatOwaspAsksFor() {
    String phc = PasswordHash.of(PASSWORD, Cost.OWASP, RANDOM, MEMORY).phc();
    assertTrue(
        phc.matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$]{22}\\$[^$]{43}"),
        "16 bytes of salt and 32 of hash, as base64");
    assertTrue(PasswordHash.parse(phc).matches(PASSWORD, MEMORY));
  }

  @Test
  void onePasswordHasAnotherHashEachTime() {
    assertNotEquals(
        PasswordHash.of(PASSWORD, OpenRegistry.CHEAP, RANDOM, MEMORY).phc(),
        PasswordHash.of(PASSWORD, OpenRegistry.CHEAP, RANDOM, MEMORY).phc());
  }

  @Test
  void hashOfNobodyLooksLikeAnyAndMatchesNothing() {
    PasswordHash nobody = PasswordHash.ofNobody(OpenRegistry.CHEAP, RANDOM);
    assertFalse(PasswordHash.parse(nobody.phc()).matches(PASSWORD, MEMORY));
    assertFalse(nobody.matches(new byte[0], MEMORY));
    assertTrue(nobody.costs(OpenRegistry.CHEAP), "to compare with it takes as long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=4,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
      })
  void whatIsNoSuchHashIsRefusedWithoutQuotingIt(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(text));
    assertFalse(!text.isEmpty() && e.getMessage().contains(text));
  }
}
