package fwq.common.talk.journal;

import java.util.UUID;
import java.util.regex.Pattern;

/** What the check compares of one offset, on a node or in Kafka. */
public sealed interface RowDigest {
  /** Where in its partition. */
  long offset();

  /**
   * A record.
   *
   * @param digest of key, kind and body: 32 hexadecimal digits
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

  /** A key said again; its first record is another. */
  record Repeat(long offset, UUID key) implements RowDigest {}

  /** A record that nobody signed. */
  record Unreadable(long offset) implements RowDigest {}
}
