package fwq.common.signing;

import java.nio.charset.StandardCharsets;

/**
 * Signs and checks what is said at the park's own machine, by whoever can read the shared secret
 * there: HMAC-SHA256, in the header {@link SessionKey#HEADER}.
 */
public final class ConsoleKey {
  private static final String PURPOSE = "fwq console key 1";

  private final Hmac hmac;

  private ConsoleKey(Hmac hmac) {
    this.hmac = hmac;
  }

  /** The console's key, for those who know the shared secret. */
  public static ConsoleKey derive(SharedSecret secret) {
    return new ConsoleKey(Hmac.derive(secret, PURPOSE.getBytes(StandardCharsets.UTF_8)));
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
