package fwq.common.signing;

import java.nio.charset.StandardCharsets;

/**
 * A key that comes of the shared secret and signs events of one kind: HMAC-SHA256, in the header
 * {@link SessionKey#HEADER}.
 */
abstract sealed class EventKey permits ConsoleKey, RegistryKey {
  private final Hmac hmac;

  /** A key for this purpose and no other. */
  EventKey(SharedSecret secret, String purpose) {
    this.hmac = Hmac.derive(secret, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** The signature of an event's bytes in one park: 32 bytes. */
  public final byte[] sign(int park, byte[] event) {
    return hmac.sign(park, event);
  }

  /** Whether the signature is right; takes as long when it is wrong. */
  public final boolean verify(int park, byte[] event, byte[] signature) {
    return hmac.verify(park, event, signature);
  }

  @Override
  public final String toString() {
    return "***";
  }
}
