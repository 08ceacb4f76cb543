package fwq.common.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Signs and checks what the sensor of one ride says, and no other can. A signature is 40 bytes:
 * when it was made, in epoch milliseconds by the sensor's clock, and an HMAC-SHA256 of park, time
 * and reading.
 */
public final class SensorKey {
  /** Bytes of a signature. */
  public static final int SIGNATURE_BYTES = Long.BYTES + Hmac.BYTES;

  private static final String PURPOSE = "fwq sensor key 1 ";

  private final Hmac hmac;

  /** With the secret of {@link #ofRide}. */
  public SensorKey(SharedSecret secret) {
    this.hmac = new Hmac(secret.bytes());
  }

  /** What the sensor of one ride is given, of the secret that all of them come of. */
  public static SharedSecret ofRide(SharedSecret secret, int park, int ride) {
    byte[] purpose = (PURPOSE + park + " " + ride).getBytes(StandardCharsets.UTF_8);
    return SharedSecret.of(Hmac.derive(secret, purpose).key());
  }

  /** The signature of a reading's bytes at a moment. */
  public byte[] sign(int park, long at, byte[] reading) {
    return ByteBuffer.allocate(SIGNATURE_BYTES).putLong(at).put(of(park, at, reading)).array();
  }

  /**
   * Whether the signature is right; takes as long when it is wrong.
   *
   * @param signature or null
   */
  public boolean verify(int park, byte[] reading, byte[] signature) {
    OptionalLong at = signedAt(signature);
    return at.isPresent()
        && MessageDigest.isEqual(
            of(park, at.getAsLong(), reading),
            Arrays.copyOfRange(signature, Long.BYTES, SIGNATURE_BYTES));
  }

  /**
   * When a signature says that it was made; nothing where it is none.
   *
   * @param signature or null
   */
  public static OptionalLong signedAt(byte[] signature) {
    return signature == null || signature.length != SIGNATURE_BYTES
        ? OptionalLong.empty()
        : OptionalLong.of(ByteBuffer.wrap(signature).getLong());
  }

  private byte[] of(int park, long at, byte[] reading) {
    byte[] about = ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(park).putLong(at).array();
    return hmac.of(about, reading);
  }

  @Override
  public String toString() {
    return "***";
  }
}
