package fwq.common.session;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256: the one way in which keys are derived and events are signed. */
final class Hmac {
  static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  /** To look an algorithm up takes longer than to use it, and one who uses it needs it alone. */
  private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Hmac::mac);

  private final SecretKeySpec key;

  /** With a key of any length. */
  Hmac(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** A key of its own for each purpose. */
  static Hmac derive(SharedSecret secret, byte[] purpose) {
    return new Hmac(new Hmac(secret.bytes()).of(new byte[0], purpose));
  }

  byte[] key() {
    return key.getEncoded();
  }

  /** The signature of an event's bytes in one park: 32 bytes. */
  byte[] sign(int park, byte[] event) {
    return of(ByteBuffer.allocate(Integer.BYTES).putInt(park).array(), event);
  }

  /** Whether the signature is right; takes as long when it is wrong. */
  boolean verify(int park, byte[] event, byte[] signature) {
    return MessageDigest.isEqual(sign(park, event), signature);
  }

  private byte[] of(byte[] prefix, byte[] content) {
    try {
      Mac mac = MAC.get();
      mac.init(key);
      mac.update(prefix);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of any bytes is one", e);
    }
  }

  private static Mac mac() {
    try {
      return Mac.getInstance(ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
