package fwq.journal.node;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.ChainLink;
import fwq.common.talk.journal.JournalCodec;
import fwq.common.talk.journal.JournalRecord;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.NodeReply;
import fwq.common.talk.journal.NodeRequest;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.RecordName;
import fwq.common.talk.journal.RowDigest;
import fwq.journal.filing.Chain;
import fwq.journal.filing.LinkCheck;
import fwq.journal.filing.Row;
import fwq.kit.sqlite.Database;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a node's disk for whoever asks, beside the thread that writes it. For any thread. */
final class JournalReader implements AutoCloseable {
  /** So many rows are looked at for one answer at most. */
  private static final int PAGE_ROWS_MAX = 1_000;

  private static final int FOLLOWED_ROWS_MAX = 10_000;

  private static final String SELECT = "SELECT at, topic.id, partition, offset, key, kind, body";

  private static final String FROM = " FROM record JOIN topic ON topic.number = record.topic ";

  private static final String ROW = SELECT + FROM;

  /** Whether its key is known to be said before. */
  private static final String IS_REPEAT =
      "EXISTS (SELECT 1 FROM repeat WHERE repeat.topic = record.topic"
          + " AND repeat.partition = record.partition AND repeat.offset = record.offset)";

  private final Path file;
  private final JournalKey key;
  private final Connection connection;

  /** Opens the file, which {@link JournalDatabase} has made. */
  JournalReader(Path file, JournalKey key) throws DatabaseException {
    this.file = file;
    this.key = key;
    this.connection = Database.open(file, JournalSchema.MIGRATIONS);
  }

  /** The answer to any question. */
  synchronized NodeReply answer(NodeRequest request) throws DatabaseException {
    try {
      return switch (request) {
        case NodeRequest.NextPage it -> page(it);
        case NodeRequest.Firsts it -> firsts(it.keys());
        case NodeRequest.Find it ->
            new NodeReply.Found(find(it.record()).map(JournalReader::record));
        case NodeRequest.Rows it -> rows(it);
        case NodeRequest.Follow it -> follow(it);
      };
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
  }

  private NodeReply page(NodeRequest.NextPage request) throws SQLException {
    LogPlace after = request.after().orElse(null);
    List<JournalRecord> records = new ArrayList<>();
    int bytes = 0;
    int looked = 0;
    Optional<LogPlace> last = Optional.empty();
    try (PreparedStatement query =
            prepared(
                SELECT
                    + ", "
                    + IS_REPEAT
                    + FROM
                    + "WHERE at >= ? AND (at > ? OR (topic.id, partition, offset) > (?, ?, ?))"
                    + " ORDER BY at, topic.id, partition, offset LIMIT ?",
                after == null ? 0 : after.at(),
                after == null ? -1 : after.at(),
                after == null ? "" : after.id().topic(),
                after == null ? -1 : after.id().partition(),
                after == null ? -1 : after.id().offset(),
                PAGE_ROWS_MAX);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        Row row = row(rows);
        boolean isWanted =
            row.key().isPresent()
                && !rows.getBoolean(8)
                && request.kind().map(row.kind()::equals).orElse(true);
        if (isWanted) {
          JournalRecord record = record(row);
          bytes += JournalCodec.bytes(record);
          if (!records.isEmpty() && bytes > JournalCodec.PAGE_BYTES_MAX) {
            return new NodeReply.Page(records, last);
          }
          records.add(record);
        }
        looked++;
        last = Optional.of(row.place());
      }
    }
    return new NodeReply.Page(records, looked < PAGE_ROWS_MAX ? Optional.empty() : last);
  }

  private NodeReply firsts(List<UUID> keys) throws SQLException {
    List<Optional<LogPlace>> places = new ArrayList<>();
    for (UUID its : keys) {
      places.add(find(new RecordName.ByKey(its)).map(Row::place));
    }
    return new NodeReply.FirstPlaces(places);
  }

  private Optional<Row> find(RecordName name) throws SQLException {
    return switch (name) {
      case RecordName.ByKey it ->
          rows(ROW + "WHERE key = ?", Keys.bytes(it.key())).stream()
              .reduce((a, b) -> a.place().isFirst(b.place()) ? a : b);
      case RecordName.ById it ->
          rows(
                  ROW + "WHERE topic.id = ? AND partition = ? AND offset = ? AND key IS NOT NULL",
                  it.id().topic(),
                  it.id().partition(),
                  it.id().offset())
              .stream()
              .findFirst();
    };
  }

  private List<Row> rows(String sql, Object... values) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (PreparedStatement query = prepared(sql, values);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(row(rows));
      }
    }
    return found;
  }

  private NodeReply rows(NodeRequest.Rows request) throws SQLException {
    List<RowDigest> digests = new ArrayList<>();
    long topic = number("SELECT coalesce(max(number), 0) FROM topic WHERE id = ?", request.topic());
    try (PreparedStatement query =
            prepared(
                """
                SELECT at, ?1, partition, offset, key, kind, body,
                  EXISTS (SELECT 1 FROM repeat WHERE repeat.topic = record.topic
                    AND repeat.partition = record.partition AND repeat.offset = record.offset)
                FROM record WHERE topic = ?2 AND partition = ?3 AND offset >= ?4
                UNION ALL
                SELECT 0, ?1, partition, offset, key, '', '', 1 FROM repeat
                  WHERE topic = ?2 AND partition = ?3 AND offset >= ?4
                  AND NOT EXISTS (SELECT 1 FROM record WHERE record.topic = repeat.topic
                    AND record.partition = repeat.partition AND record.offset = repeat.offset)
                ORDER BY offset LIMIT ?5
                """,
                request.topic(),
                topic,
                request.partition(),
                request.from(),
                NodeReply.RowList.ROWS_MAX);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        Row row = row(rows);
        digests.add(
            rows.getBoolean(8)
                ? new RowDigest.Repeat(row.place().id().offset(), row.key().orElseThrow())
                : row.digest());
      }
    }
    return new NodeReply.RowList(
        digests,
        number(
            "SELECT coalesce(max(next), 0) FROM gone WHERE topic = ? AND partition = ?",
            topic,
            request.partition()),
        digests.size() < NodeReply.RowList.ROWS_MAX ? 0 : digests.getLast().offset() + 1);
  }

  /** Follows the chain from a row, or from the anchor if that row has gone. */
  private NodeReply follow(NodeRequest.Follow request) throws SQLException {
    ChainLink anchor = link("SELECT anchor_seq, anchor_chain FROM journal").orElseThrow();
    long from = Math.max(request.from(), anchor.seq() + 1);
    ChainLink before =
        from == anchor.seq() + 1
            ? anchor
            : link("SELECT seq, chain FROM record WHERE seq = ?", from - 1).orElse(null);
    if (before == null) {
      return new NodeReply.Followed(0, from - 1, 0);
    }
    List<ChainLink> said = request.said().stream().filter(it -> it.seq() >= anchor.seq()).toList();
    long last =
        said.size() == NodeRequest.Follow.SAID_MAX
            ? Math.clamp(said.getLast().seq(), from, from + FOLLOWED_ROWS_MAX - 1)
            : from + FOLLOWED_ROWS_MAX - 1;
    LinkCheck check = new LinkCheck(said, before);
    try (PreparedStatement query =
            prepared(
                SELECT + ", seq, chain" + FROM + "WHERE seq BETWEEN ? AND ? ORDER BY seq",
                from,
                last);
        ResultSet rows = query.executeQuery()) {
      while (!check.isBroken() && rows.next()) {
        ChainLink has = ChainLink.of(rows.getLong(8), rows.getBytes(9));
        check.row(has, Chain.next(key, check.before(), row(rows)));
      }
    } catch (IllegalArgumentException e) {
      // A row that was changed into what no row can be.
      return new NodeReply.Followed(check.before().seq() - from + 1, check.before().seq() + 1, 0);
    }
    boolean isEnd = check.before().seq() < last;
    return check.reply(from, isEnd);
  }

  private Optional<ChainLink> link(String sql, Object... values) throws SQLException {
    try (PreparedStatement query = prepared(sql, values);
        ResultSet rows = query.executeQuery()) {
      return rows.next()
          ? Optional.of(ChainLink.of(rows.getLong(1), rows.getBytes(2)))
          : Optional.empty();
    }
  }

  private static Row row(ResultSet rows) throws SQLException {
    return new Row(
        new LogPlace(
            rows.getLong(1), new RecordId(rows.getString(2), rows.getInt(3), rows.getLong(4))),
        Optional.ofNullable(rows.getBytes(5)).map(Keys::key),
        rows.getString(6),
        rows.getString(7));
  }

  private static JournalRecord record(Row row) {
    return new JournalRecord(row.place(), row.key().orElseThrow(), row.entry());
  }

  private long number(String sql, Object... values) throws SQLException {
    try (PreparedStatement query = prepared(sql, values);
        ResultSet rows = query.executeQuery()) {
      return rows.getLong(1);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public synchronized void close() throws DatabaseException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
  }
}
