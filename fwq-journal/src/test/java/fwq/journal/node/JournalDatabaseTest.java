package fwq.journal.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.JournalKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.journal.ChainLink;
import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.JournalRecord;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.NodeReply;
import fwq.common.talk.journal.NodeRequest;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.RecordName;
import fwq.common.talk.journal.RowDigest;
import fwq.common.talk.journal.Span;
import fwq.journal.filing.Arrival;
import fwq.journal.filing.Filing;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node's disk, with SQLite's own files. */
final class JournalDatabaseTest {
  private static final String TOPIC = "AbCdEfGhIjKlMnOpQrStUw";
  private static final JournalKey KEY = new JournalKey(SharedSecret.of(new byte[32]));

  @TempDir Path folder;

  @Test
  void whatWasStoredIsThereAfterARestart() throws DatabaseException {
    UUID identity;
    ChainLink newest;
    try (JournalDatabase database = open()) {
      store(database, record(4, 1, "a"), record(5, 2, "b"));
      identity = database.database();
      newest = database.newest();
    }
    try (JournalDatabase database = open()) {
      assertEquals(identity, database.database());
      assertEquals(newest, database.newest());
      assertEquals(List.of(new Span(3, 4, 6)), database.held(TOPIC).spans());
      assertEquals(Map.of(key(1), place(4)), database.firsts(List.of(key(1), key(9))));
    }
  }

  @Test
  void fileThatIsMadeAnewIsAnother() throws DatabaseException {
    UUID before;
    try (JournalDatabase database = open()) {
      before = database.database();
    }
    try (JournalDatabase database =
        new JournalDatabase(folder.resolve("other").resolve("journal.db"), KEY)) {
      assertNotEquals(before, database.database());
    }
  }

  @Test
  void recordsAreReadByTimeEachKeyOnce() throws DatabaseException {
    try (JournalDatabase database = open();
        JournalReader reader = new JournalReader(file(), KEY)) {
      store(database, record(9, 1, "late first"), record(10, 2, "b"));
      store(database, new Arrival.Unreadable(place(11), "nobody's"));
      // Filled in later, and first.
      store(database, record(4, 1, "first"), record(5, 3, "c"));
      NodeReply.Page page = page(reader, Optional.empty());
      assertEquals(
          List.of("first", "c", "b"),
          page.records().stream().map(it -> it.entry().body()).toList());
      assertEquals(Optional.empty(), page.next());
      assertEquals(2, page(reader, Optional.of(place(4))).records().size());
      assertEquals(
          Optional.of(place(4)),
          found(reader, new RecordName.ByKey(key(1))).map(JournalRecord::place));
    }
  }

  @Test
  void pageSaysHowFarItLookedWhenThereMayBeMore() throws DatabaseException {
    try (JournalDatabase database = open();
        JournalReader reader = new JournalReader(file(), KEY)) {
      List<Arrival> many = new ArrayList<>();
      for (int i = 0; i < JournalReader.PAGE_ROWS_MAX + 5; i++) {
        many.add(record(i, i, "x"));
      }
      store(database, many.toArray(Arrival[]::new));
      int count = 0;
      Optional<LogPlace> after = Optional.empty();
      do {
        NodeReply.Page page = page(reader, after);
        count += page.records().size();
        after = page.next();
      } while (after.isPresent());
      assertEquals(JournalReader.PAGE_ROWS_MAX + 5, count);
    }
  }

  @Test
  void largeRecordsComeInPagesThatFitAFrame() throws DatabaseException {
    try (JournalDatabase database = open();
        JournalReader reader = new JournalReader(file(), KEY)) {
      store(database, record(1, 1, "x".repeat(50_000)), record(2, 2, "y".repeat(50_000)));
      NodeReply.Page page = page(reader, Optional.empty());
      assertEquals(1, page.records().size());
      assertEquals(Optional.of(place(1)), page.next());
    }
  }

  @Test
  void checkSeesEveryOffset() throws DatabaseException {
    try (JournalDatabase database = open();
        JournalReader reader = new JournalReader(file(), KEY)) {
      store(database, record(4, 1, "a"), record(5, 1, "a"));
      store(database, new Arrival.Unreadable(place(6), "nobody's"));
      NodeReply.RowList rows = (NodeReply.RowList) reader.answer(new NodeRequest.Rows(TOPIC, 3, 0));
      assertEquals(
          List.of(
              RowDigest.of(4, key(1), 1_004, new JournalEntry("count", "a")),
              new RowDigest.Repeat(5, key(1)),
              new RowDigest.Unreadable(6)),
          rows.rows());
    }
  }

  @Test
  void rowChangedByHandBreaksTheChain() throws DatabaseException {
    try (JournalDatabase database = open();
        JournalReader reader = new JournalReader(file(), KEY)) {
      store(database, record(4, 1, "a"), record(5, 2, "b"), record(6, 3, "c"));
      assertEquals(new NodeReply.Followed(3, 0, 0), follow(reader, database.newest()));
      byHand("DROP TRIGGER record_stays; UPDATE record SET body = 'B' WHERE seq = 2");
      assertEquals(new NodeReply.Followed(1, 2, 0), follow(reader, database.newest()));
    }
  }

  @Test
  void tablesThemselvesRefuseToChangeOrReplaceARow() throws DatabaseException {
    try (JournalDatabase database = open()) {
      store(database, record(4, 1, "a"), record(5, 2, "b"));
      for (String change :
          List.of(
              "UPDATE record SET body = 'B'",
              "DELETE FROM record WHERE seq = 2",
              "INSERT OR REPLACE INTO record SELECT 9, topic, partition, offset, key, kind, at,"
                  + " 'B', chain FROM record WHERE seq = 1",
              "REPLACE INTO record SELECT 1, topic, partition, 77, key, kind, at, 'B', chain"
                  + " FROM record WHERE seq = 1",
              "INSERT INTO record SELECT 9, topic, 60, 1, key, kind, at, body, chain FROM record"
                  + " WHERE seq = 1")) {
        assertThrows(DatabaseException.class, () -> byHand(change), change);
      }
    }
  }

  @Test
  void oldestRowsGoAndTheChainBeginsAtTheAnchor() throws DatabaseException {
    try (JournalDatabase database = open();
        JournalReader reader = new JournalReader(file(), KEY)) {
      store(database, record(4, 1, "a"), record(5, 2, "b"), record(6, 3, "c"));
      assertEquals(2, database.letGo(1_006, Long.MAX_VALUE));
      assertEquals(0, database.letGo(1_006, Long.MAX_VALUE));
      assertEquals(new NodeReply.Followed(1, 0, 0), follow(reader, database.newest()));
      assertEquals(
          6, ((NodeReply.RowList) reader.answer(new NodeRequest.Rows(TOPIC, 3, 0))).gone());
      assertTrue(database.held(TOPIC).contains(3, 4), "what has gone is not fetched again");
      assertEquals(1, database.letGo(0, 1), "a file that is too large lets go, too");
      store(database, record(7, 4, "d"));
      assertEquals(new NodeReply.Followed(1, 0, 0), follow(reader, database.newest()));
    }
  }

  @Test
  void fullDiskIsASentenceAndLeavesNothingHalfWritten() throws DatabaseException {
    try (JournalDatabase database = open()) {
      store(database, record(4, 1, "a"));
      ChainLink before = database.newest();
      byHand(
          "CREATE TRIGGER full BEFORE INSERT ON record WHEN NEW.offset = 6"
              + " BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
      DatabaseException e =
          assertThrows(
              DatabaseException.class, () -> store(database, record(5, 2, "b"), record(6, 3, "c")));
      assertTrue(e.getMessage().contains("journal.db"), e.getMessage());
      assertEquals(before, database.newest());
      assertEquals(Map.of(), database.firsts(List.of(key(2))));
      assertEquals(List.of(new Span(3, 4, 5)), database.held(TOPIC).spans());
    }
  }

  @Test
  void nobodyElseReadsTheFile() throws Exception {
    try (JournalDatabase database = open()) {
      database.probe();
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }
  }

  private JournalDatabase open() throws DatabaseException {
    return new JournalDatabase(file(), KEY);
  }

  private Path file() {
    return folder.resolve("a node").resolve(JournalDatabase.FILE);
  }

  private void byHand(String sql) throws DatabaseException {
    try (Sql other = Sql.open(file(), JournalSchema.MIGRATIONS)) {
      for (String one : sql.contains("BEGIN") ? List.of(sql) : List.of(sql.split(";"))) {
        other.change(() -> other.update(one));
      }
    }
  }

  private static void store(JournalDatabase database, Arrival... arrivals)
      throws DatabaseException {
    long first = arrivals[0].place().id().offset();
    long last = arrivals[arrivals.length - 1].place().id().offset();
    database.store(
        TOPIC,
        Filing.of(
            List.of(arrivals),
            List.of(new Span(3, first, last + 1)),
            database.held(TOPIC),
            database.firsts(Filing.keys(List.of(arrivals)))));
  }

  private static NodeReply.Page page(JournalReader reader, Optional<LogPlace> after)
      throws DatabaseException {
    return (NodeReply.Page) reader.answer(new NodeRequest.NextPage(after, Optional.empty()));
  }

  private static Optional<JournalRecord> found(JournalReader reader, RecordName name)
      throws DatabaseException {
    return ((NodeReply.Found) reader.answer(new NodeRequest.Find(name))).record();
  }

  private static NodeReply follow(JournalReader reader, ChainLink said) throws DatabaseException {
    return reader.answer(new NodeRequest.Follow(1, List.of(said)));
  }

  private static Arrival record(long offset, long key, String body) {
    return new Arrival.Signed(place(offset), key(key), new JournalEntry("count", body));
  }

  private static UUID key(long number) {
    return new UUID(0, number);
  }

  private static LogPlace place(long offset) {
    return new LogPlace(1_000 + offset, new RecordId(TOPIC, 3, offset));
  }
}
