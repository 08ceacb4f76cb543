package fwq.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.signing.Ed25519;
import fwq.common.signing.Pass;
import fwq.common.signing.SharedSecret;
import fwq.kit.kafka.BearerToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the broker takes a pass for, if for anybody. */
final class PassCheckTest {
  /** As the registry's test has it. */
  private static final SharedSecret SECRET =
      SharedSecret.of("thirty-two bytes of a known key.".getBytes(StandardCharsets.UTF_8));

  private static final KeyPair PAIR = Ed25519.pair(SECRET);
  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofHours(12));
  private static final long ISSUED_AT = NOW.toEpochMilli() - 5;

  private final Map<String, Long> over = new TreeMap<>();
  private final PassCheck check =
      new PassCheck(
          id -> Optional.ofNullable("k1".equals(id) ? PAIR.getPublic() : null),
          (alias, issuedAt) -> issuedAt <= over.getOrDefault(alias, -1L));

  private static String pass(Consumer<JwtClaims> otherwise) throws JoseException {
    return pass(otherwise, "k1", PAIR.getPrivate());
  }

  private static String pass(Consumer<JwtClaims> otherwise, String id, PrivateKey key)
      throws JoseException {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(Pass.ISSUER);
    claims.setAudience(Pass.AUDIENCE);
    claims.setSubject("ana");
    claims.setExpirationTime(NumericDate.fromSeconds(UNTIL.getEpochSecond()));
    claims.setClaim(Pass.ISSUED_AT, ISSUED_AT);
    otherwise.accept(claims);
    JsonWebSignature signed = new JsonWebSignature();
    signed.setAlgorithmHeaderValue("EdDSA");
    signed.setKeyIdHeaderValue(id);
    signed.setPayload(claims.toJson());
    signed.setKey(key);
    return signed.getCompactSerialization();
  }

  private void assertRefused(String pass) {
    assertEquals(Optional.empty(), check.check(pass, NOW));
  }

  @Test
  void goodPassIsTakenForItsGuestUntilItExpires() throws Exception {
    String pass = pass(_ -> {});
    BearerToken token = check.check(pass, NOW).orElseThrow();
    assertEquals("guest:ana", token.principalName());
    assertEquals(UNTIL.toEpochMilli(), token.lifetimeMs());
    assertEquals(Optional.empty(), check.check(pass, UNTIL));
  }

  @Test
  void guestIsNobodyElseWhateverTheName() throws Exception {
    assertEquals(
        "guest:admin",
        check.check(pass(it -> it.setSubject("admin")), NOW).orElseThrow().principalName());
    assertRefused(pass(it -> it.setSubject("CN=FWQ broker")));
    assertRefused(pass(it -> it.setSubject("")));
    assertRefused(pass(it -> it.unsetClaim("sub")));
  }

  @Test
  void passForSomebodyElseOrOfSomebodyElseIsRefused() throws Exception {
    assertRefused(pass(it -> it.setAudience("others")));
    assertRefused(pass(it -> it.unsetClaim("aud")));
    assertRefused(pass(it -> it.setIssuer("others")));
    assertRefused(pass(_ -> {}, "k2", PAIR.getPrivate()));
    assertRefused(pass(_ -> {}, "k1", Ed25519.pair(SharedSecret.of(new byte[32])).getPrivate()));
  }

  @Test
  void passWithoutAnEndOrABeginningIsRefused() throws Exception {
    assertRefused(pass(it -> it.unsetClaim("exp")));
    assertRefused(pass(it -> it.unsetClaim(Pass.ISSUED_AT)));
    assertRefused(pass(it -> it.setStringClaim(Pass.ISSUED_AT, "7")));
  }

  @Test
  void whatIsNoPassIsRefused() throws Exception {
    String[] good = pass(_ -> {}).split("\\.", 3);
    assertRefused("");
    assertRefused("none");
    assertRefused(good[0] + "." + good[1] + ".");
    assertRefused("eyJhbGciOiJub25lIn0." + good[1] + ".");
    assertRefused(good[0] + "." + good[1] + "." + good[0]);
  }

  @Test
  void passOfASessionThatIsOverIsRefused() throws Exception {
    over.put("ana", ISSUED_AT - 1);
    assertEquals(true, check.check(pass(_ -> {}), NOW).isPresent());
    over.put("ana", ISSUED_AT);
    assertRefused(pass(_ -> {}));
  }

  @Test
  void keysAreReadWhenTheRegistryHasWrittenThemAndAgainWhenThereIsANewOne(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("passes.jwks");
    PassKeys keys = new PassKeys(file);
    assertEquals(Optional.empty(), keys.find("k1"));
    Files.writeString(file, "{\"keys\":[" + jwk("k1", SECRET) + "]}");
    assertEquals(Optional.of(PAIR.getPublic()), keys.find("k1"));
    SharedSecret next = SharedSecret.of(new byte[32]);
    Files.writeString(file, "{\"keys\":[" + jwk("k1", SECRET) + "," + jwk("k2", next) + "]}");
    assertEquals(Optional.of(Ed25519.pair(next).getPublic()), keys.find("k2"));
    assertEquals(Optional.of(PAIR.getPublic()), keys.find("k1"));
    Files.writeString(file, "{");
    Files.setLastModifiedTime(file, FileTime.from(NOW));
    assertEquals(Optional.of(PAIR.getPublic()), keys.find("k1"), "goes on with what it had");
    assertEquals(Optional.empty(), keys.find(null));
  }

  private static String jwk(String id, SharedSecret secret) {
    byte[] all = Ed25519.pair(secret).getPublic().getEncoded();
    byte[] half = Arrays.copyOfRange(all, all.length - 32, all.length);
    return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"%s\"}"
        .formatted(id, Base64.getUrlEncoder().withoutPadding().encodeToString(half));
  }
}
