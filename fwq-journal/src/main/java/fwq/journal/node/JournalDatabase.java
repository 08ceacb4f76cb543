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
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a node has on its disk, to be added to. For one thread; {@link JournalReader} reads. */
public final class JournalDatabase implements AutoCloseable {
  /** The file's name in the node's folder. */
  static final String FILE = "journal.db";

  private static final int PROBE_BYTES = 1 << 20;

  /** How many keys are looked up at once: a few, or, of a backlog, many. */
  private static final int FEW_KEYS = 20;

  private static final int MANY_KEYS = 200;
  private static final String FIRSTS_OF_FEW = firsts(FEW_KEYS);
  private static final String FIRSTS_OF_MANY = firsts(MANY_KEYS);

  private final JournalKey key;
  private final Sql sql;
  private final UUID database;
  private final Map<String, Offsets> held = new HashMap<>();
  private final Map<String, Long> topicNumbers = new HashMap<>();
  private ChainLink newest;

  /** Opens the file, or makes it empty. */
  public JournalDatabase(Path file, JournalKey key) throws DatabaseException {
    this.key = key;
    this.sql = Sql.open(file, JournalSchema.MIGRATIONS);
    try {
      this.database = sql.transaction(this::identity);
      this.newest = sql.alone(() -> newest(sql));
      for (Map.Entry<String, List<Span>> topic : sql.alone(this::readHeld).entrySet()) {
        held.put(topic.getKey(), Offsets.of(topic.getValue()));
      }
    } catch (DatabaseException e) {
      sql.close();
      throw e;
    }
  }

  private UUID identity() throws SQLException {
    sql.update(
        "INSERT INTO journal VALUES (1, ?, 0, ?) ON CONFLICT (id) DO NOTHING",
        UUID.randomUUID().toString(),
        ChainLink.NONE.bytes());
    return sql.first("SELECT database FROM journal", row -> UUID.fromString(row.getString(1)))
        .orElseThrow();
  }

  private static ChainLink newest(Sql sql) throws SQLException {
    return sql.first(
            """
            SELECT seq, chain FROM record
            UNION ALL SELECT anchor_seq, anchor_chain FROM journal
            ORDER BY 1 DESC LIMIT 1
            """,
            row -> ChainLink.of(row.getLong(1), row.getBytes(2)))
        .orElseThrow();
  }

  private Map<String, List<Span>> readHeld() throws SQLException {
    Map<String, List<Span>> spans = new HashMap<>();
    var _ =
        sql.all(
            "SELECT id, partition, first, next FROM held JOIN topic ON number = topic",
            row ->
                spans
                    .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                    .add(new Span(row.getInt(2), row.getLong(3), row.getLong(4))));
    return spans;
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
  public Offsets held(String topic) {
    return held.computeIfAbsent(topic, _ -> new Offsets());
  }

  private static String firsts(int keys) {
    return "SELECT key, at, topic.id, partition, offset FROM record"
        + " JOIN topic ON topic.number = record.topic WHERE key IN (?"
        + ", ?".repeat(keys - 1)
        + ")";
  }

  /** Where those of these keys are first that are known. */
  public Map<UUID, LogPlace> firsts(Collection<UUID> keys) throws DatabaseException {
    Map<UUID, LogPlace> firsts = new HashMap<>();
    List<UUID> all = List.copyOf(keys);
    int from = 0;
    while (from < all.size()) {
      boolean isFew = all.size() - from <= FEW_KEYS;
      Object[] some = new Object[isFew ? FEW_KEYS : MANY_KEYS];
      for (int i = 0; i < some.length; i++) {
        // The last one fills what is left: one statement does for any number.
        some[i] = Keys.bytes(all.get(Math.min(from + i, all.size() - 1)));
      }
      for (Known known : sql.query(isFew ? FIRSTS_OF_FEW : FIRSTS_OF_MANY, Known::read, some)) {
        firsts.merge(known.key(), known.place(), (one, other) -> other.isFirst(one) ? other : one);
      }
      from += some.length;
    }
    return firsts;
  }

  /** A row of a key. */
  private record Known(UUID key, LogPlace place) {
    static Known read(ResultSet row) throws SQLException {
      return new Known(
          Keys.key(row.getBytes(1)),
          new LogPlace(
              row.getLong(2), new RecordId(row.getString(3), row.getInt(4), row.getLong(5))));
    }
  }

  /**
   * Commits a test row, as large as some thousand records, and takes it away again: who has no room
   * for it must not be given records.
   */
  void probe() throws DatabaseException {
    sql.change(() -> sql.update("INSERT INTO probe VALUES (zeroblob(?))", PROBE_BYTES));
    sql.change(() -> sql.update("DELETE FROM probe"));
  }

  /** What is true once a transaction is on the disk. */
  private record Stored(ChainLink link, long topicNumber) {}

  /** Keeps all of this, or, with an exception, nothing. */
  public void store(String topic, Filing filing) throws DatabaseException {
    Stored last =
        sql.transaction(
            () -> {
              long number = topicNumber(topic);
              ChainLink link = newest;
              for (Row row : filing.rows()) {
                link = Chain.next(key, link, row);
                insert(number, row, link);
              }
              for (Repeat repeat : filing.repeats()) {
                insert(repeat);
              }
              hold(number, held(topic), filing.spans());
              return new Stored(link, number);
            });
    newest = last.link();
    topicNumbers.put(topic, last.topicNumber());
    filing.spans().forEach(held(topic)::add);
  }

  private void insert(long topic, Row row, ChainLink link) throws SQLException {
    RecordId id = row.place().id();
    sql.update(
        "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        link.seq(),
        topic,
        id.partition(),
        id.offset(),
        row.key().map(Keys::bytes).orElse(null),
        row.kind(),
        row.place().at(),
        row.body(),
        link.bytes());
  }

  private void insert(Repeat repeat) throws SQLException {
    sql.update(
        "INSERT INTO repeat VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        topicNumber(repeat.id().topic()),
        repeat.id().partition(),
        repeat.id().offset(),
        Keys.bytes(repeat.key()));
  }

  /** Writes what is held otherwise than before: most often one span of a partition is longer. */
  private void hold(long topic, Offsets before, List<Span> more) throws SQLException {
    Map<Integer, Offsets> after = new HashMap<>();
    more.forEach(
        span ->
            after.computeIfAbsent(span.partition(), it -> Offsets.of(before.spans(it))).add(span));
    for (Map.Entry<Integer, Offsets> partition : after.entrySet()) {
      List<Span> had = before.spans(partition.getKey());
      List<Span> has = partition.getValue().spans();
      for (Span span : had) {
        if (has.stream().noneMatch(it -> it.from() == span.from())) {
          sql.update(
              "DELETE FROM held WHERE topic = ? AND partition = ? AND first = ?",
              topic,
              span.partition(),
              span.from());
        }
      }
      for (Span span : has) {
        if (!had.contains(span)) {
          sql.update(
              """
              INSERT INTO held VALUES (?, ?, ?, ?)
              ON CONFLICT DO UPDATE SET next = excluded.next""",
              topic,
              span.partition(),
              span.from(),
              span.to());
        }
      }
    }
  }

  /** Inside a transaction. */
  private long topicNumber(String topic) throws SQLException {
    Long known = topicNumbers.get(topic);
    if (known != null) {
      return known;
    }
    sql.update("INSERT INTO topic (id) VALUES (?) ON CONFLICT DO NOTHING", topic);
    return sql.first("SELECT number FROM topic WHERE id = ?", row -> row.getLong(1), topic)
        .orElseThrow();
  }

  /**
   * Lets a few of the oldest rows go, if they are too old or the file is too large.
   *
   * @param before rows of before this time are too old, epoch milliseconds
   * @return how many went
   */
  int letGo(long before, long bytesMax) throws DatabaseException {
    return sql.transaction(() -> Retention.letGo(sql, before, bytesMax));
  }

  @Override
  public void close() throws DatabaseException {
    sql.close();
  }
}
