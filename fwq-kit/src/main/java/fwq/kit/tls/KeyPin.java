package fwq.kit.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

/**
 * What a public key is recognised by: {@code sha256:} and the base64 of the SHA-256 of its
 * SubjectPublicKeyInfo. A certificate may be renewed; as long as its key stays, so does this.
 *
 * @param text such as {@code sha256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=}
 */
public record KeyPin(String text) {
  private static final String PREFIX = "sha256:";
  private static final int BYTES = 32;

  /** Refuses what is not a pin. */
  public KeyPin {
    if (!text.startsWith(PREFIX) || !isHash(text.substring(PREFIX.length()))) {
      throw new IllegalArgumentException(
          "a key is written as sha256: and 44 characters of base64, got '" + text + "'");
    }
  }

  private static boolean isHash(String base64) {
    try {
      byte[] hash = Base64.getDecoder().decode(base64);
      // The one way to write these bytes, so that two pins of one key are equal.
      return hash.length == BYTES && Base64.getEncoder().encodeToString(hash).equals(base64);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The pin of a key. */
  public static KeyPin of(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return new KeyPin(PREFIX + Base64.getEncoder().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
