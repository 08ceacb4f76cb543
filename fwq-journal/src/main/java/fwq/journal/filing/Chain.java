package fwq.journal.filing;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.ChainLink;
import java.util.UUID;

/**
 * The chain through a node's rows: whoever changes, removes or adds one without the journal's
 * secret breaks it there, and whoever cuts its end cannot give the link that the node has said.
 */
public final class Chain {
  private Chain() {}

  /** The link of a row that comes after this one. */
  public static ChainLink next(JournalKey key, ChainLink before, Row row) {
    long seq = before.seq() + 1;
    return ChainLink.of(
        seq,
        key.signAll(
            "row",
            before.hex(),
            seq,
            row.place(),
            row.key().map(UUID::toString).orElse(""),
            row.kind(),
            row.body()));
  }
}
