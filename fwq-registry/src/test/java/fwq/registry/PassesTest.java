package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Ed25519;
import fwq.common.signing.Keyring;
import fwq.common.signing.Session;
import fwq.common.signing.SharedSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a broker is shown, and what it checks that with. */
final class PassesTest {
  /** As the broker's test has it. */
  private static final SharedSecret SECRET =
      SharedSecret.of("thirty-two bytes of a known key.".getBytes(StandardCharsets.UTF_8));

  private static final Session SESSION = new Session("ana", 1_800_000_000_123L, 1_800_043_200_000L);

  @TempDir private Path folder;
  private Keyring ring = Keyring.of(SECRET);

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  @Test
  void passSaysWhoItIsForWhomAndUntilWhenAndIsSigned() throws Exception {
    Passes passes = Passes.open(() -> ring, folder.resolve("passes.jwks"));
    String[] parts = passes.issue(SESSION).reveal().split("\\.", 3);
    String header = decoded(parts[0]);
    assertTrue(header.contains("\"alg\":\"EdDSA\""), header);
    assertTrue(header.contains("\"kid\":\"" + SECRET.id() + "\""), header);
    String claims = decoded(parts[1]);
    for (String claim :
        new String[] {
          "\"iss\":\"fwq-registry\"",
          "\"aud\":\"fwq-broker\"",
          "\"sub\":\"ana\"",
          "\"iat\":1800000000",
          "\"exp\":1800043200",
          "\"issuedAt\":1800000000123"
        }) {
      assertTrue(claims.contains(claim), claims);
    }
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(Ed25519.pair(SECRET).getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
  }

  @Test
  void publicHalvesAreWrittenAndNothingOfThePrivateOnes() throws Exception {
    Path file = folder.resolve("keys/passes.jwks");
    Passes.open(() -> ring, file);
    String text = Files.readString(file);
    byte[] all = Ed25519.pair(SECRET).getPublic().getEncoded();
    String half = Base64.getUrlEncoder().withoutPadding().encodeToString(all).substring(16);
    assertTrue(text.contains("\"x\":\"" + half + "\""), text);
    assertTrue(text.contains("\"kid\":\"" + SECRET.id() + "\""), text);
    assertFalse(text.contains("\"d\""), text);
  }

  @Test
  void newKeyIsWrittenBeforeItSignsAnything() throws Exception {
    Path file = folder.resolve("passes.jwks");
    Passes passes = Passes.open(() -> ring, file);
    SharedSecret next = SharedSecret.of(new byte[32]);
    ring = ring.with(next, Instant.ofEpochMilli(SESSION.issuedAt() + 1));
    assertTrue(decoded(passes.issue(SESSION).reveal().split("\\.", 3)[0]).contains(SECRET.id()));
    assertTrue(Files.readString(file).contains(next.id()), "a while before it is used");
    Session later = new Session("ana", SESSION.issuedAt() + 1, SESSION.expiresAt());
    assertTrue(decoded(passes.issue(later).reveal().split("\\.", 3)[0]).contains(next.id()));
  }

  @Test
  void fileThatCannotBeWrittenIsASentenceAtStartAndTheKeyOfBeforeLater() throws Exception {
    Path noFolder = Files.writeString(folder.resolve("file"), "");
    var e =
        assertThrows(
            IOException.class, () -> Passes.open(() -> ring, noFolder.resolve("passes.jwks")));
    assertTrue(e.getMessage().contains("--data DIR"), e.getMessage());

    Path file = Files.createDirectory(folder.resolve("keys")).resolve("passes.jwks");
    Passes passes = Passes.open(() -> ring, file);
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    ring = ring.with(SharedSecret.of(new byte[32]), Instant.ofEpochMilli(1));
    assertTrue(decoded(passes.issue(SESSION).reveal().split("\\.", 3)[0]).contains(SECRET.id()));
  }
}
