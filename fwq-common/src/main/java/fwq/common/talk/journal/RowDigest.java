package fwq.common.talk.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the check compares of one offset, on a node or in Kafka. */
public sealed interface RowDigest {
  /** Where in its partition. */
  long offset();

  /**
   * A record.
   *
   * @param digest of time, kind and body: 32 hexadecimal digits
   */
  record Whole(long offset, UUID key, String digest) implements RowDigest {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}");

    /** Refuses what is no digest. */
    public Whole {
      if (!DIGEST.matcher(digest).matches()) {
        throw new IllegalArgumentException("a digest is 32 hexadecimal digits");
      }
    }
  }

  /** The digest of a record. */
  static RowDigest of(long offset, UUID key, long at, JournalEntry entry) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (at + "\n" + entry.kind() + "\n" + entry.body())
                      .getBytes(StandardCharsets.UTF_8));
      return new Whole(offset, key, HexFormat.of().formatHex(hash, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A key said again; its first record is another. */
  record Repeat(long offset, UUID key) implements RowDigest {}

  /** A record that nobody signed. */
  record Unreadable(long offset) implements RowDigest {}
}
