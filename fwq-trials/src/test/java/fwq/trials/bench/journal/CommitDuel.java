package fwq.trials.bench.journal;

import fwq.common.signing.JournalKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.Span;
import fwq.journal.filing.Arrival;
import fwq.journal.filing.Filing;
import fwq.journal.node.JournalDatabase;
import fwq.kit.file.ScratchFolder;
import fwq.kit.sqlite.Sql;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Records that a node decides about, chains and commits, in batches of 5,000; beside the same rows
 * put into a table of the same columns and indexes by SQLite alone.
 */
public final class CommitDuel implements Duel {
  private static final int RECORDS = 200_000;
  private static final int BATCH = 5_000;
  private static final String TOPIC = "AbCdEfGhIjKlMnOpQrStUw";
  private static final String BODY = "{\"count\":1042,\"number\":42,\"at\":\"the eastern gate\"}";

  private static final List<String> TABLE =
      List.of(
          """
          CREATE TABLE record (seq INTEGER PRIMARY KEY, topic INTEGER, partition INTEGER,
            offset INTEGER, key BLOB, kind TEXT, at INTEGER, body TEXT, chain BLOB,
            UNIQUE (topic, partition, offset)) STRICT;
          CREATE INDEX record_key ON record (key);
          CREATE INDEX record_at ON record (at);
          """);

  @Override
  public String name() {
    return "journal-commits";
  }

  @Override
  public String unit() {
    return "records a second";
  }

  @Override
  public String first() {
    return "node: decided, chained, committed";
  }

  @Override
  public String second() {
    return "SQLite alone, same rows and batches";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.5);
  }

  @Override
  public double measure(Workbench bench, boolean isNode) throws Exception {
    int count = bench.load(RECORDS);
    try (ScratchFolder scratch = new ScratchFolder("fwq-bench")) {
      long nanos = 0;
      if (isNode) {
        JournalKey key = new JournalKey(SharedSecret.of(new byte[32]));
        try (JournalDatabase database =
            new JournalDatabase(scratch.path().resolve("journal.db"), key)) {
          for (int from = 0; from < count; from += BATCH) {
            List<Arrival> batch = batch(from);
            List<Span> spans = List.of(new Span(0, from, from + BATCH));
            long start = System.nanoTime();
            database.store(
                TOPIC,
                Filing.of(batch, spans, database.held(TOPIC), database.firsts(Filing.keys(batch))));
            nanos += System.nanoTime() - start;
          }
        }
      } else {
        try (Sql sql = Sql.open(scratch.path().resolve("plain.db"), TABLE)) {
          for (int from = 0; from < count; from += BATCH) {
            List<Arrival> batch = batch(from);
            long start = System.nanoTime();
            sql.change(() -> insert(sql, batch));
            nanos += System.nanoTime() - start;
          }
        }
      }
      return count * 1e9 / nanos;
    }
  }

  private static void insert(Sql sql, List<Arrival> batch) throws SQLException {
    for (Arrival one : batch) {
      Arrival.Signed it = (Arrival.Signed) one;
      sql.update(
          "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          it.place().id().offset() + 1,
          1,
          0,
          it.place().id().offset(),
          bytes(it.key()),
          it.entry().kind(),
          it.place().at(),
          it.entry().body(),
          new byte[32]);
    }
  }

  private static byte[] bytes(UUID key) {
    return ByteBuffer.allocate(16)
        .putLong(key.getMostSignificantBits())
        .putLong(key.getLeastSignificantBits())
        .array();
  }

  private static List<Arrival> batch(int from) {
    SplittableRandom chance = new SplittableRandom(from);
    List<Arrival> batch = new ArrayList<>();
    for (int offset = from; offset < from + BATCH; offset++) {
      batch.add(
          new Arrival.Signed(
              new LogPlace(1_000_000 + offset / 100, new RecordId(TOPIC, 0, offset)),
              new UUID(chance.nextLong(), chance.nextLong()),
              new JournalEntry("bench", BODY)));
    }
    return batch;
  }
}
