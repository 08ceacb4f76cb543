package fwq.common.session;

import fwq.common.message.Secret;
import fwq.common.message.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and checks what one guest says during one session: HMAC-SHA256. */
public final class SessionKey {
  /** Name of the Kafka header that carries the signature. */
  public static final String HEADER = "sig";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "fwq session key 1";

  private final SecretKeySpec key;

  private SessionKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The key of a session, for those who know the shared secret. */
  public static SessionKey derive(SharedSecret secret, Session session) {
    byte[] alias = session.alias().getBytes(StandardCharsets.UTF_8);
    byte[] purpose = PURPOSE.getBytes(StandardCharsets.UTF_8);
    ByteBuffer about =
        ByteBuffer.allocate(purpose.length + 2 * Long.BYTES + alias.length)
            .put(purpose)
            .putLong(session.issuedAt())
            .putLong(session.expiresAt())
            .put(alias);
    return new SessionKey(
        hmac(new SecretKeySpec(secret.bytes(), ALGORITHM), new byte[0], about.array()));
  }

  /**
   * The key as the registry sends it to its owner.
   *
   * @throws IllegalArgumentException when it is not URL-safe base64 of 32 bytes
   */
  public static SessionKey decode(Secret text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text.reveal());
    if (bytes.length != 32) {
      throw new IllegalArgumentException("a session key has 32 bytes");
    }
    return new SessionKey(bytes);
  }

  /** The key as the registry sends it to its owner. */
  public Secret encode() {
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded()));
  }

  /** The signature of an event's bytes in one park: 32 bytes. */
  public byte[] sign(int park, byte[] event) {
    return hmac(key, ByteBuffer.allocate(Integer.BYTES).putInt(park).array(), event);
  }

  /** Whether the signature is right; takes as long when it is wrong. */
  public boolean verify(int park, byte[] event, byte[] signature) {
    return MessageDigest.isEqual(sign(park, event), signature);
  }

  private static byte[] hmac(SecretKeySpec key, byte[] prefix, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(prefix);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
