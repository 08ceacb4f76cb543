package fwq.kit.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseCopyTest {
  private static final List<String> MIGRATIONS =
      List.of(
          "CREATE TABLE debit (n INTEGER NOT NULL) STRICT;"
              + " CREATE TABLE credit (n INTEGER NOT NULL) STRICT;");

  @TempDir private Path folder;

  @Test
  void copyHasAllOfATransactionOrNothingOfItWhileOthersAreWritten() throws Exception {
    Path file = folder.resolve("it's a book.db");
    try (Sql sql = Sql.open(file, MIGRATIONS)) {
      AtomicBoolean end = new AtomicBoolean();
      CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> write(sql, end));
      int least = 0;
      for (int copy = 0; copy < 5 || least == 0; copy++) {
        Path copied = folder.resolve("copy " + copy);
        Database.copy(file, copied);
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copied)));
        try (Sql read = Sql.open(copied, MIGRATIONS)) {
          int debits = count(read, "debit");
          assertEquals(debits, count(read, "credit"));
          assertTrue(debits >= least, "what was committed before is there");
          least = debits;
        }
      }
      end.set(true);
      assertTrue(writing.get() >= least);
    }
  }

  @Test
  void copyHasWhatAKilledProgramHadCommittedAndNobodyHasOpenedSince() throws Exception {
    Path file = folder.resolve("live.db");
    Path left = Files.createDirectory(folder.resolve("left")).resolve("live.db");
    try (Sql sql = Sql.open(file, MIGRATIONS)) {
      sql.change(() -> sql.update("INSERT INTO debit VALUES (1)"));
      Files.copy(file, left);
      Files.copy(folder.resolve("live.db-wal"), left.resolveSibling("live.db-wal"));
    }
    Database.copy(left, folder.resolve("copy"));
    try (Sql read = Sql.open(folder.resolve("copy"), MIGRATIONS)) {
      assertEquals(1, count(read, "debit"));
    }
  }

  @Test
  void databaseIsKnownByItsFirstBytesOrByWhatIsBesideIt() throws Exception {
    Path file = folder.resolve("of any name");
    Sql.open(file, MIGRATIONS).close();
    assertTrue(Database.isOne(file));
    Path empty = Files.createFile(folder.resolve("x"));
    assertFalse(Database.isOne(empty));
    Files.createFile(folder.resolve("x-wal"));
    assertTrue(Database.isOne(empty));
    assertFalse(Database.isOne(Files.writeString(folder.resolve("text"), "SQLite format 4")));
  }

  @Test
  void damagedDatabaseIsNotCopiedInSilence() throws Exception {
    Path file = folder.resolve("torn.db");
    Files.writeString(file, "SQLite format 3\0" + "x".repeat(5_000));
    DatabaseException why =
        assertThrows(
            DatabaseException.class, () -> Database.copy(file, folder.resolve("copy of it")));
    assertTrue(why.getMessage().contains("torn.db is damaged"), why.getMessage());
  }

  private static int count(Sql sql, String table) throws DatabaseException {
    return sql.query("SELECT count(*) FROM " + table, row -> row.getInt(1)).getFirst();
  }

  private static int write(Sql sql, AtomicBoolean end) {
    int written = 0;
    try {
      while (!end.get()) {
        sql.change(
            () -> {
              int _ = sql.update("INSERT INTO debit VALUES (1)");
              int _ = sql.update("INSERT INTO credit VALUES (1)");
            });
        written++;
      }
    } catch (DatabaseException e) {
      throw new AssertionError(e);
    }
    return written;
  }
}
