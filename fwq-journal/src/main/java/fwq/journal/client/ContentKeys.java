package fwq.journal.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keys made of lines: of what a line says, and of how often it has come so far. Whoever gives the
 * same lines again, as a {@code tail} that was started anew does, gives the same keys, and nothing
 * is stored twice. Pure.
 */
final class ContentKeys {
  /** So many different lines are told apart; some 100 MB. */
  static final int LINES_MAX = 1_000_000;

  private final Map<UUID, Integer> counts = new HashMap<>();
  private final int linesMax;

  ContentKeys() {
    this(LINES_MAX);
  }

  ContentKeys(int linesMax) {
    this.linesMax = linesMax;
  }

  /** The key of the next line; nothing when there are too many different ones. */
  Optional<UUID> next(String kind, String line) {
    UUID content = hash(kind + "\n" + line);
    if (counts.size() == linesMax && !counts.containsKey(content)) {
      return Optional.empty();
    }
    return Optional.of(hash(content + "\n" + counts.merge(content, 1, Integer::sum)));
  }

  /** The first bits of SHA-256, marked as RFC 9562 wants them of such a UUID (version 8). */
  private static UUID hash(String text) {
    try {
      ByteBuffer hash =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
      return new UUID(
          (hash.getLong() & ~0xf000L) | 0x8000L,
          (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
