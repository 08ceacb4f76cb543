package fwq.common.talk.journal;

import java.util.UUID;

/** Which partition of {@code Journal} a key belongs to, for ever. */
public final class JournalPartitions {
  /** As many as there are at most nodes with a share. It never changes: a key would move. */
  public static final int COUNT = 60;

  private JournalPartitions() {}

  /**
   * The partition of a key, 0..59. Kafka's own choice would do for a producer alone, but the same
   * key has to meet its first record whoever sends it, and in whatever batch.
   */
  public static int of(UUID key) {
    // Stafford's 13th mix: each bit of the key moves half of those that decide.
    long mixed = key.getMostSignificantBits() ^ Long.rotateLeft(key.getLeastSignificantBits(), 32);
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    mixed ^= mixed >>> 31;
    return (int) Long.remainderUnsigned(mixed, COUNT);
  }
}
