package fwq.journal.node;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Keys as the database has them: 16 bytes. */
final class Keys {
  private Keys() {}

  static byte[] bytes(UUID key) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(key.getMostSignificantBits())
        .putLong(key.getLeastSignificantBits())
        .array();
  }

  static UUID key(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
