package fwq.registry;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import fwq.common.signing.Ed25519;
import fwq.common.signing.Keyring;
import fwq.common.signing.Pass;
import fwq.common.signing.Session;
import fwq.kit.file.OwnerOnly;
import fwq.kit.json.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes guests' passes, as {@link Pass} says, and keeps the file that a broker checks them with: a
 * key signs nothing before its public half is there. For many threads.
 */
public final class Passes {
  private static final Logger LOG = LoggerFactory.getLogger(Passes.class);
  private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.parse("EdDSA");

  /** As RFC 8032 has a public half; Java puts what kind of key it is in front. */
  private static final int PUBLIC_BYTES = 32;

  private final Supplier<Keyring> rings;
  private final Path file;
  private volatile Published published;

  /** Keys whose public halves are in the file. */
  private record Published(Keyring ring, Map<String, KeyPair> pairs) {}

  private Passes(Supplier<Keyring> rings, Path file, Published published) {
    this.rings = rings;
    this.file = file;
    this.published = published;
  }

  /**
   * Signs with these keys, and writes their public halves.
   *
   * @throws IOException with a sentence, when that cannot be done
   */
  public static Passes open(Supplier<Keyring> rings, Path file) throws IOException {
    return new Passes(rings, file, publish(rings.get(), file));
  }

  /** A pass for a session. */
  Secret issue(Session session) {
    Published now = now();
    String id = now.ring.at(Instant.ofEpochMilli(session.issuedAt())).id();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(Pass.ISSUER)
            .audience(Pass.AUDIENCE)
            .subject(session.alias())
            .issueTime(Date.from(Instant.ofEpochMilli(session.issuedAt())))
            .expirationTime(Date.from(Instant.ofEpochMilli(session.expiresAt())))
            .claim(Pass.ISSUED_AT, session.issuedAt())
            .build();
    JWSHeader header = new JWSHeader.Builder(ALGORITHM).keyID(id).build();
    String content = header.toBase64URL() + "." + claims.toPayload().toBase64URL();
    byte[] signature =
        sign(now.pairs.get(id).getPrivate(), content.getBytes(StandardCharsets.US_ASCII));
    return new Secret(content + "." + Base64URL.encode(signature));
  }

  private static byte[] sign(PrivateKey key, byte[] content) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /** The newest keys that are published: whoever finds newer ones sees to that. */
  private Published now() {
    Published known = published;
    return known.ring == rings.get() ? known : publishAgain();
  }

  private synchronized Published publishAgain() {
    Keyring ring = rings.get();
    if (published.ring != ring) {
      try {
        published = publish(ring, file);
      } catch (IOException e) {
        LOG.warn("passes are signed with the keys of before: {}", e.getMessage());
      }
    }
    return published;
  }

  private static Published publish(Keyring ring, Path file) throws IOException {
    Map<String, KeyPair> pairs =
        ring.keys().stream()
            .collect(Collectors.toMap(Keyring.DatedKey::id, key -> Ed25519.pair(key.secret())));
    String text = new JWKSet(publicHalves(pairs)).toString() + "\n";
    try {
      OwnerOnly.folder(file.toAbsolutePath().getParent());
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        OwnerOnly.replace(file, text);
      }
    } catch (IOException e) {
      throw new IOException(
          "the file "
              + file
              + ", with which a broker checks guests' passes, cannot be written; give another"
              + " folder with --data DIR or --keys DIR",
          e);
    }
    return new Published(ring, pairs);
  }

  private static List<JWK> publicHalves(Map<String, KeyPair> pairs) {
    return pairs.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            it -> {
              byte[] all = it.getValue().getPublic().getEncoded();
              byte[] half = Arrays.copyOfRange(all, all.length - PUBLIC_BYTES, all.length);
              return (JWK)
                  new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(half))
                      .keyID(it.getKey())
                      .keyUse(KeyUse.SIGNATURE)
                      .algorithm(ALGORITHM)
                      .build();
            })
        .toList();
  }
}
