package fwq.common.signing;

import java.nio.charset.StandardCharsets;

/** Signs and checks what the sensor of one ride says, and no other can. */
public final class SensorKey {
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

  /** The signature of a reading's bytes: 32 bytes. */
  public byte[] sign(int park, byte[] reading) {
    return hmac.sign(park, reading);
  }

  /**
   * Whether the signature is right; takes as long when it is wrong.
   *
   * @param signature or null
   */
  public boolean verify(int park, byte[] reading, byte[] signature) {
    return hmac.verify(park, reading, signature);
  }

  @Override
  public String toString() {
    return "***";
  }
}
