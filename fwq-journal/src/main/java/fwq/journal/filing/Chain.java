package fwq.journal.filing;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.ChainLink;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The chain through a node's rows: whoever changes, removes or adds one without the journal's
 * secret breaks it there, and whoever cuts its end cannot give the link that the node has said.
 */
public final class Chain {
  private static final byte[] PURPOSE = "row\n".getBytes(StandardCharsets.US_ASCII);
  private static final UUID NOBODY = new UUID(0, 0);

  private Chain() {}

  /** The link of a row that comes after this one. */
  public static ChainLink next(JournalKey key, ChainLink before, Row row) {
    return ChainLink.of(before.seq() + 1, key.sign(content(before, row)));
  }

  /** Each text with its length before it, so that none can take a letter from the next. */
  private static byte[] content(ChainLink before, Row row) {
    byte[] id = row.place().id().toString().getBytes(StandardCharsets.UTF_8);
    byte[] kind = row.kind().getBytes(StandardCharsets.UTF_8);
    byte[] body = row.body().getBytes(StandardCharsets.UTF_8);
    UUID rowKey = row.key().orElse(NOBODY);
    return ByteBuffer.allocate(
            PURPOSE.length
                + 32
                + 4 * Long.BYTES
                + 4 * Integer.BYTES
                + id.length
                + kind.length
                + body.length)
        .put(PURPOSE)
        .put(before.bytes())
        .putLong(before.seq() + 1)
        .putLong(row.place().at())
        .putLong(rowKey.getMostSignificantBits())
        .putLong(rowKey.getLeastSignificantBits())
        .putInt(row.key().isPresent() ? 1 : 0)
        .putInt(id.length)
        .put(id)
        .putInt(kind.length)
        .put(kind)
        .putInt(body.length)
        .put(body)
        .array();
  }
}
