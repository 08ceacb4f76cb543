package fwq.kit.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlTest {
  private static final List<String> TABLE = List.of("CREATE TABLE note (text TEXT) STRICT");

  @TempDir private Path folder;

  private static int synchronous(Sql sql) throws DatabaseException {
    return sql.query("PRAGMA synchronous", row -> row.getInt(1)).getFirst();
  }

  @Test
  void onlyTheTransactionThatMayBeDoneAgainGoesWithoutSync() throws DatabaseException {
    try (Sql sql = Sql.open(folder.resolve("notes.db"), TABLE)) {
      int inside =
          sql.transactionWithoutSync(
              () -> {
                int _ = sql.update("INSERT INTO note VALUES ('a')");
                return sql.first("PRAGMA synchronous", row -> row.getInt(1)).orElseThrow();
              });
      assertEquals(1, inside, "1 is NORMAL");
      assertEquals(2, synchronous(sql), "2 is FULL");
      assertThrows(
          IllegalStateException.class,
          () ->
              sql.transactionWithoutSync(
                  () -> {
                    throw new IllegalStateException("a fault");
                  }));
      assertEquals(2, synchronous(sql), "also after a fault");
      assertEquals(List.of("a"), sql.query("SELECT text FROM note", row -> row.getString(1)));
    }
  }
}
