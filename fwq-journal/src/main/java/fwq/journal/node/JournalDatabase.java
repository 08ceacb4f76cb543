package fwq.journal.node;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.ChainLink;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.Span;
import fwq.journal.filing.Chain;
import fwq.journal.filing.Filing;
import fwq.journal.filing.Offsets;
import fwq.journal.filing.Repeat;
import fwq.journal.filing.Row;
import fwq.kit.sqlite.Database;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a node has on its disk, to be added to. For one thread; {@link JournalReader} reads. */
final class JournalDatabase implements AutoCloseable {
  /** The file's name in the node's folder. */
  static final String FILE = "journal.db";

  /** So many rows go at once when they are too old or too many: it takes a moment, not seconds. */
  static final int GOING_ROWS_MAX = 5_000;

  private final Path file;
  private final JournalKey key;
  private final Connection connection;
  private final Map<String, Offsets> held = new HashMap<>();
  private final Map<String, Long> topics = new HashMap<>();
  private final PreparedStatement insertRow;
  private final PreparedStatement insertRepeat;
  private final PreparedStatement selectFirsts;
  private final UUID database;
  private ChainLink newest;

  /** Opens the file, or makes it empty. */
  JournalDatabase(Path file, JournalKey key) throws DatabaseException {
    this.file = file;
    this.key = key;
    this.connection = Database.open(file, JournalSchema.MIGRATIONS);
    try {
      update(
          "INSERT INTO journal VALUES (1, ?, 0, ?, 0) ON CONFLICT (id) DO NOTHING",
          UUID.randomUUID().toString(),
          ChainLink.NONE.bytes());
      database = UUID.fromString(text("SELECT database FROM journal"));
      newest = readNewest();
      readHeld();
      insertRow = connection.prepareStatement("INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?)");
      insertRepeat =
          connection.prepareStatement("INSERT INTO repeat VALUES (?,?,?,?) ON CONFLICT DO NOTHING");
      selectFirsts =
          connection.prepareStatement(
              """
              SELECT at, topic.id, partition, offset FROM record
              JOIN topic ON topic.number = record.topic WHERE key = ?
              """);
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
  }

  /** Which file this is: one that is made anew is another. */
  UUID database() {
    return database;
  }

  /** The newest link of the chain. */
  ChainLink newest() {
    return newest;
  }

  /** What there is of a topic. */
  Offsets held(String topic) {
    return held.computeIfAbsent(topic, _ -> new Offsets());
  }

  /** Where a key is first. */
  Optional<LogPlace> first(UUID its) {
    try {
      selectFirsts.setBytes(1, Keys.bytes(its));
      Optional<LogPlace> first = Optional.empty();
      try (ResultSet rows = selectFirsts.executeQuery()) {
        while (rows.next()) {
          LogPlace place =
              new LogPlace(
                  rows.getLong(1),
                  new RecordId(rows.getString(2), rows.getInt(3), rows.getLong(4)));
          first = Optional.of(first.filter(it -> it.isFirst(place)).orElse(place));
        }
      }
      return first;
    } catch (SQLException e) {
      throw new BrokenDatabase(Database.explain(file, e));
    }
  }

  /** Where the interface has no room for a checked exception. */
  static final class BrokenDatabase extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final DatabaseException why;

    BrokenDatabase(DatabaseException why) {
      super(why);
      this.why = why;
    }

    DatabaseException why() {
      return why;
    }
  }

  /** Writes and commits a test row: who cannot must not be given records. */
  void probe() throws DatabaseException {
    transaction(() -> update("UPDATE journal SET joins = joins + 1"));
  }

  /** Keeps all of this, or, with an exception, nothing. */
  void store(String topic, Filing filing) throws DatabaseException {
    Offsets before = held(topic);
    Map<Integer, Offsets> after = new HashMap<>();
    filing
        .spans()
        .forEach(
            span ->
                after
                    .computeIfAbsent(span.partition(), it -> Offsets.of(before.spans(it)))
                    .add(span));
    ChainLink[] link = {newest};
    transaction(
        () -> {
          long number = topicNumber(topic);
          for (Row row : filing.rows()) {
            link[0] = Chain.next(key, link[0], row);
            insert(number, row, link[0]);
          }
          for (Repeat repeat : filing.repeats()) {
            insert(repeat);
          }
          for (Map.Entry<Integer, Offsets> partition : after.entrySet()) {
            update(
                "DELETE FROM held WHERE topic = ? AND partition = ?", number, partition.getKey());
            for (Span span : partition.getValue().spans()) {
              update(
                  "INSERT INTO held VALUES (?,?,?,?)",
                  number,
                  span.partition(),
                  span.from(),
                  span.to());
            }
          }
        });
    newest = link[0];
    filing.spans().forEach(before::add);
  }

  private void insert(long topic, Row row, ChainLink link) throws SQLException {
    insertRow.setLong(1, link.seq());
    insertRow.setLong(2, topic);
    insertRow.setInt(3, row.place().id().partition());
    insertRow.setLong(4, row.place().id().offset());
    insertRow.setBytes(5, row.key().map(Keys::bytes).orElse(null));
    insertRow.setString(6, row.kind());
    insertRow.setLong(7, row.place().at());
    insertRow.setString(8, row.body());
    insertRow.setBytes(9, link.bytes());
    insertRow.executeUpdate();
  }

  private void insert(Repeat repeat) throws SQLException {
    insertRepeat.setLong(1, topicNumber(repeat.id().topic()));
    insertRepeat.setInt(2, repeat.id().partition());
    insertRepeat.setLong(3, repeat.id().offset());
    insertRepeat.setBytes(4, Keys.bytes(repeat.key()));
    insertRepeat.executeUpdate();
  }

  private long topicNumber(String topic) throws SQLException {
    Long known = topics.get(topic);
    if (known != null) {
      return known;
    }
    update("INSERT INTO topic (id) VALUES (?) ON CONFLICT DO NOTHING", topic);
    long number = Long.parseLong(text("SELECT number FROM topic WHERE id = ?", topic));
    topics.put(topic, number);
    return number;
  }

  /**
   * Lets a few of the oldest rows go, if they are too old or the file is too large, and notes where
   * the chain begins from then on. What has gone is not read again from Kafka.
   *
   * @param before rows of before this time are too old, epoch milliseconds
   * @return how many went
   */
  int letGo(long before, long bytesMax) throws DatabaseException {
    try {
      long size =
          number(
              "SELECT (SELECT page_count FROM pragma_page_count) * page_size"
                  + " - (SELECT freelist_count FROM pragma_freelist_count) * page_size FROM pragma_page_size");
      boolean isLarge = size > bytesMax;
      long first = number("SELECT coalesce(min(seq), 0) FROM record");
      long last =
          number(
              """
              SELECT coalesce(min(seq) FILTER (WHERE NOT (? OR at < ?)) - 1, max(seq), 0)
              FROM (SELECT seq, at FROM record ORDER BY seq LIMIT ?)
              """,
              isLarge ? 1 : 0,
              before,
              GOING_ROWS_MAX);
      if (first == 0 || last < first) {
        return 0;
      }
      transaction(() -> go(last));
      return (int) (last - first + 1);
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
  }

  private void go(long last) throws SQLException {
    update(
        """
        UPDATE journal SET anchor_seq = ?,
          anchor_chain = (SELECT chain FROM record WHERE seq = ?)
        """,
        last,
        last);
    update(
        """
        INSERT INTO gone SELECT topic, partition, max(offset) + 1 FROM record
          WHERE seq <= ? GROUP BY topic, partition
        ON CONFLICT DO UPDATE SET next = max(next, excluded.next)
        """,
        last);
    update("DELETE FROM record WHERE seq <= ?", last);
  }

  private ChainLink readNewest() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT seq, chain FROM record
                UNION ALL SELECT anchor_seq, anchor_chain FROM journal
                ORDER BY 1 DESC LIMIT 1
                """);
        ResultSet rows = query.executeQuery()) {
      return ChainLink.of(rows.getLong(1), rows.getBytes(2));
    }
  }

  private void readHeld() throws SQLException {
    Map<String, List<Span>> spans = new HashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT id, partition, first, next FROM held JOIN topic ON number = topic");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        spans
            .computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
            .add(new Span(rows.getInt(2), rows.getLong(3), rows.getLong(4)));
      }
    }
    held.putAll(
        spans.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> Offsets.of(it.getValue()))));
  }

  private int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    }
  }

  private String text(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      return rows.getString(1);
    }
  }

  private long number(String sql, Object... values) throws SQLException {
    return Long.parseLong(text(sql, values));
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private void transaction(Changes changes) throws DatabaseException {
    try {
      connection.setAutoCommit(false);
      try {
        changes.make();
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
  }

  /** Several updates. */
  @FunctionalInterface
  private interface Changes {
    void make() throws SQLException;
  }

  @Override
  public void close() throws DatabaseException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
  }
}
