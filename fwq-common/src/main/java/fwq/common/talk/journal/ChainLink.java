package fwq.common.talk.journal;

import java.util.HexFormat;

/**
 * A link of the chain that runs through a node's rows in the order in which they came: each is the
 * HMAC of its row and of the link before.
 *
 * @param seq the row's number, from 1; 0 before the first
 * @param hex 32 bytes as 64 hexadecimal digits
 */
public record ChainLink(long seq, String hex) {
  /** Before the first row. */
  public static final ChainLink NONE = new ChainLink(0, "0".repeat(64));

  /** Refuses what is no HMAC. */
  public ChainLink {
    if (seq < 0 || hex.length() != 64 || HexFormat.of().parseHex(hex).length != 32) {
      throw new IllegalArgumentException("a link has a number from 0 and 64 hexadecimal digits");
    }
  }

  /** A link of these 32 bytes. */
  public static ChainLink of(long seq, byte[] bytes) {
    return new ChainLink(seq, HexFormat.of().formatHex(bytes));
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
