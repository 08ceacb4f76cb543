package fwq.journal.node;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.ChainLink;
import fwq.common.talk.journal.NodeReply;
import fwq.common.talk.journal.NodeRequest;
import fwq.journal.filing.Chain;
import fwq.journal.filing.LinkCheck;
import fwq.journal.filing.Row;
import fwq.kit.sqlite.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Follows a part of the chain on this node's disk. */
final class ChainFollower {
  private static final int ROWS_MAX = 10_000;

  private ChainFollower() {}

  /**
   * A row as it is now, whatever became of it.
   *
   * @param row nothing where it is none that could have been written
   */
  private record Stored(ChainLink link, Optional<Row> row) {}

  /** From a row on, or from the anchor if that row has gone. */
  static NodeReply follow(Sql sql, JournalKey key, NodeRequest.Follow request) throws SQLException {
    ChainLink anchor =
        sql.first("SELECT anchor_seq, anchor_chain FROM journal", JournalReader::link)
            .orElseThrow();
    long from = Math.max(request.from(), anchor.seq() + 1);
    Optional<ChainLink> before =
        from == anchor.seq() + 1
            ? Optional.of(anchor)
            : sql.first(
                "SELECT seq, chain FROM record WHERE seq = ?", JournalReader::link, from - 1);
    if (before.isEmpty()) {
      return new NodeReply.Followed(0, from - 1, 0);
    }
    List<ChainLink> said = request.said().stream().filter(it -> it.seq() >= anchor.seq()).toList();
    // Of many links that were said these are the first: those that follow are asked for next.
    long last =
        said.size() == NodeRequest.Follow.SAID_MAX
            ? Math.clamp(said.getLast().seq(), from, from + ROWS_MAX - 1)
            : from + ROWS_MAX - 1;
    LinkCheck check = new LinkCheck(said, before.get());
    for (Stored it :
        sql.all(
            JournalReader.SELECT
                + ", seq, chain"
                + JournalReader.FROM
                + "WHERE seq BETWEEN ? AND ? ORDER BY seq",
            ChainFollower::stored,
            from,
            last)) {
      if (check.isBroken()) {
        break;
      }
      check.row(
          it.link(),
          it.row().map(row -> Chain.next(key, check.before(), row)).orElse(ChainLink.NONE));
    }
    return check.reply(from, check.before().seq() < last);
  }

  private static Stored stored(ResultSet rows) throws SQLException {
    ChainLink link = ChainLink.of(rows.getLong(8), rows.getBytes(9));
    try {
      return new Stored(link, Optional.of(JournalReader.row(rows)));
    } catch (IllegalArgumentException e) {
      // It was changed into what no row can be.
      return new Stored(link, Optional.empty());
    }
  }
}
