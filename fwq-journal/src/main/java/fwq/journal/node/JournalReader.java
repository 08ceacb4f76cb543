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
import fwq.journal.filing.Row;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.sqlite.SqlReaders;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a node's disk for whoever asks, beside the thread that writes it. For any thread. */
final class JournalReader implements AutoCloseable {
  /** So many rows are looked at for one answer at most. */
  static final int PAGE_ROWS_MAX = 1_000;

  /** How {@link #row} wants a row. */
  static final String SELECT = "SELECT at, topic.id, partition, offset, key, kind, body";

  static final String FROM = " FROM record JOIN topic ON topic.number = record.topic ";

  /** Whether its key is known to be said before. */
  private static final String IS_REPEAT =
      "EXISTS (SELECT 1 FROM repeat WHERE repeat.topic = record.topic"
          + " AND repeat.partition = record.partition AND repeat.offset = record.offset)";

  private final JournalKey key;
  private final SqlReaders readers;

  /** Opens the file, which {@link JournalDatabase} has made. */
  JournalReader(Path file, JournalKey key) throws DatabaseException {
    this.key = key;
    this.readers = SqlReaders.open(() -> Sql.open(file, JournalSchema.MIGRATIONS));
  }

  /** The answer to any question. */
  NodeReply answer(NodeRequest request) throws DatabaseException {
    return readers.read(
        sql ->
            switch (request) {
              case NodeRequest.NextPage it -> page(sql, it);
              case NodeRequest.Firsts it -> firsts(sql, it.keys());
              case NodeRequest.Find it ->
                  new NodeReply.Found(find(sql, it.record()).map(JournalReader::record));
              case NodeRequest.Rows it -> rows(sql, it);
              case NodeRequest.Follow it -> ChainFollower.follow(sql, key, it);
            });
  }

  /** A row, and whether its key is known to be said before. */
  private record Looked(Row row, boolean isRepeat) {}

  private static NodeReply page(Sql sql, NodeRequest.NextPage request) throws SQLException {
    LogPlace after = request.after().orElse(LogPlace.before(0));
    List<Looked> looked =
        sql.all(
            SELECT
                + ", "
                + IS_REPEAT
                + FROM
                + "WHERE at >= ? AND (at > ? OR (topic.id, partition, offset) > (?, ?, ?))"
                + " ORDER BY at, topic.id, partition, offset LIMIT ?",
            row -> new Looked(row(row), row.getBoolean(8)),
            after.at(),
            after.at(),
            after.id().topic(),
            after.id().partition(),
            after.id().offset(),
            PAGE_ROWS_MAX);
    List<JournalRecord> records = new ArrayList<>();
    Optional<LogPlace> last = Optional.empty();
    int bytes = 0;
    for (Looked it : looked) {
      if (it.row().key().isPresent()
          && !it.isRepeat()
          && request.kind().map(it.row().kind()::equals).orElse(true)) {
        JournalRecord record = record(it.row());
        bytes += JournalCodec.bytes(record);
        if (!records.isEmpty() && bytes > JournalCodec.PAGE_BYTES_MAX) {
          return new NodeReply.Page(records, last);
        }
        records.add(record);
      }
      last = Optional.of(it.row().place());
    }
    return new NodeReply.Page(records, looked.size() < PAGE_ROWS_MAX ? Optional.empty() : last);
  }

  private static NodeReply firsts(Sql sql, List<UUID> keys) throws SQLException {
    List<Optional<LogPlace>> places = new ArrayList<>();
    for (UUID its : keys) {
      places.add(find(sql, new RecordName.ByKey(its)).map(Row::place));
    }
    return new NodeReply.FirstPlaces(places);
  }

  private static Optional<Row> find(Sql sql, RecordName name) throws SQLException {
    return switch (name) {
      case RecordName.ByKey it ->
          sql
              .all(SELECT + FROM + "WHERE key = ?", JournalReader::row, Keys.bytes(it.key()))
              .stream()
              .reduce((a, b) -> a.place().isFirst(b.place()) ? a : b);
      case RecordName.ById it ->
          sql.first(
              SELECT
                  + FROM
                  + "WHERE topic.id = ? AND partition = ? AND offset = ? AND key IS NOT NULL",
              JournalReader::row,
              it.id().topic(),
              it.id().partition(),
              it.id().offset());
    };
  }

  private static NodeReply rows(Sql sql, NodeRequest.Rows request) throws SQLException {
    long topic =
        sql.first("SELECT number FROM topic WHERE id = ?", row -> row.getLong(1), request.topic())
            .orElse(0L);
    List<RowDigest> digests =
        sql.all(
            "SELECT at, ?1, partition, offset, key, kind, body, "
                + IS_REPEAT
                + """
                   FROM record WHERE topic = ?2 AND partition = ?3 AND offset >= ?4
                  UNION ALL
                  SELECT 0, ?1, partition, offset, key, '', '', 1 FROM repeat
                    WHERE topic = ?2 AND partition = ?3 AND offset >= ?4
                    AND NOT EXISTS (SELECT 1 FROM record WHERE record.topic = repeat.topic
                      AND record.partition = repeat.partition AND record.offset = repeat.offset)
                  ORDER BY offset LIMIT ?5
                  """,
            row -> digest(row(row), row.getBoolean(8)),
            request.topic(),
            topic,
            request.partition(),
            request.from(),
            NodeReply.RowList.ROWS_MAX);
    long gone =
        sql.first(
                "SELECT next FROM gone WHERE topic = ? AND partition = ?",
                row -> row.getLong(1),
                topic,
                request.partition())
            .orElse(0L);
    return new NodeReply.RowList(
        digests,
        gone,
        digests.size() < NodeReply.RowList.ROWS_MAX ? 0 : digests.getLast().offset() + 1);
  }

  private static RowDigest digest(Row row, boolean isRepeat) {
    return isRepeat
        ? new RowDigest.Repeat(row.place().id().offset(), row.key().orElseThrow())
        : row.digest();
  }

  /** Reads what {@link #SELECT} gives. */
  static Row row(ResultSet rows) throws SQLException {
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

  /** Reads a link. */
  static ChainLink link(ResultSet rows) throws SQLException {
    return ChainLink.of(rows.getLong(1), rows.getBytes(2));
  }

  @Override
  public void close() throws DatabaseException {
    readers.close();
  }
}
