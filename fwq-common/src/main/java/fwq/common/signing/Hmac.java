package fwq.common.signing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA256 (RFC 2104): the one way in which keys are derived and events are signed.
 *
 * <p>Made of the JDK's SHA-256, because its {@code Mac} prepares a key anew at each change of keys,
 * which takes half of the time, and in a park each event has another key than the one before. Here
 * what both hashes begin with, the padded key, is hashed once. Any number of threads may use it.
 */
final class Hmac {
  static final int BYTES = 32;

  private static final int BLOCK_BYTES = 64;
  private static final int INNER = 0x36;
  private static final int OUTER = 0x5c;

  private final byte[] key;

  // Only ever cloned.
  private final MessageDigest inner;
  private final MessageDigest outer;

  /** With a key of any length. */
  Hmac(byte[] key) {
    this.key = key.clone();
    byte[] block = key.length > BLOCK_BYTES ? sha256().digest(key) : key;
    inner = begun(block, INNER);
    outer = begun(block, OUTER);
  }

  private static MessageDigest begun(byte[] key, int pad) {
    byte[] block = Arrays.copyOf(key, BLOCK_BYTES);
    for (int i = 0; i < BLOCK_BYTES; i++) {
      block[i] ^= (byte) pad;
    }
    MessageDigest digest = sha256();
    digest.update(block);
    return digest;
  }

  /** A key of its own for each purpose. */
  static Hmac derive(SharedSecret secret, byte[] purpose) {
    return new Hmac(new Hmac(secret.bytes()).of(new byte[0], purpose));
  }

  byte[] key() {
    return key.clone();
  }

  /** The signature of an event's bytes in one park: 32 bytes. */
  byte[] sign(int park, byte[] event) {
    return of(ByteBuffer.allocate(Integer.BYTES).putInt(park).array(), event);
  }

  /** Whether the signature is right; takes as long when it is wrong. */
  boolean verify(int park, byte[] event, byte[] signature) {
    return MessageDigest.isEqual(sign(park, event), signature);
  }

  /** The HMAC of both, one after the other: 32 bytes. */
  byte[] of(byte[] prefix, byte[] content) {
    MessageDigest hash = copy(inner);
    hash.update(prefix);
    return copy(outer).digest(hash.digest(content));
  }

  private static MessageDigest copy(MessageDigest begun) {
    try {
      return (MessageDigest) begun.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
