package fwq.common.signing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Chains the registry's security lines: each has a signature of itself and of the one before, so
 * that none can be changed, or taken out, by who has the database alone. It is never replaced, for
 * old lines are to be checked, too.
 */
public final class AuditKey {
  /** The file's name, beside the database. */
  public static final String FILE = "audit.key";

  private final Hmac hmac;

  /** Of this secret. */
  public AuditKey(SharedSecret secret) {
    this.hmac = Hmac.derive(secret, "fwq audit key 1".getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the key, or makes it on the first start.
   *
   * @throws IOException with a sentence that names the file
   */
  public static AuditKey loadOrCreate(Path file, SecureRandom random) throws IOException {
    return new AuditKey(SharedSecret.loadOrCreate(file, random));
  }

  /** A line's link: 32 bytes of the line, and of the link before. */
  public byte[] link(byte[] before, String line) {
    return hmac.of(before, line.getBytes(StandardCharsets.UTF_8));
  }

  /** What says how far the chain goes: 32 bytes of both ends. */
  public byte[] ends(long before, byte[] linkBefore, long last, byte[] linkLast) {
    return hmac.of(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(before).putLong(last).array(),
        ByteBuffer.allocate(linkBefore.length + linkLast.length)
            .put(linkBefore)
            .put(linkLast)
            .array());
  }

  @Override
  public String toString() {
    return "***";
  }
}
