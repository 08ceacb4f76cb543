package fwq.common.signing;

import java.nio.charset.StandardCharsets;

/**
 * Signs and checks what the registry itself says on the topic {@code Visitor}: HMAC-SHA256, with a
 * key that no guest gets to know, in the header {@link SessionKey#HEADER}.
 */
public final class RegistryKey {
  private static final String PURPOSE = "fwq registry key 1";

  private final Hmac hmac;

  private RegistryKey(Hmac hmac) {
    this.hmac = hmac;
  }

  /** The registry's key, for those who know the shared secret. */
  public static RegistryKey derive(SharedSecret secret) {
    return new RegistryKey(Hmac.derive(secret, PURPOSE.getBytes(StandardCharsets.UTF_8)));
  }

  /** The signature of an event's bytes in one park: 32 bytes. */
  public byte[] sign(int park, byte[] event) {
    return hmac.sign(park, event);
  }

  /** Whether the signature is right; takes as long when it is wrong. */
  public boolean verify(int park, byte[] event, byte[] signature) {
    return hmac.verify(park, event, signature);
  }

  @Override
  public String toString() {
    return "***";
  }
}
