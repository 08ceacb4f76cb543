package fwq.kit.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final List<String> MIGRATIONS =
      List.of("CREATE TABLE guest (name TEXT NOT NULL) STRICT;");

  @TempDir private Path folder;

  @Test
  void copyOfTheFileAloneHasWhatWasCommittedAMomentAgo() throws Exception {
    Path file = folder.resolve("guests.db");
    try (Sql sql = Sql.open(file, MIGRATIONS);
        Checkpoints _ = Checkpoints.start(Sql.open(file, MIGRATIONS))) {
      sql.change(() -> sql.update("INSERT INTO guest VALUES ('ana')"));
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      List<String> found = List.of();
      for (int copy = 0; found.isEmpty(); copy++) {
        assertTrue(System.nanoTime() < deadline, "the copy has nothing");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        Path alone = folder.resolve("copy-" + copy + ".db");
        Files.copy(file, alone, StandardCopyOption.REPLACE_EXISTING);
        try (Sql copied = Sql.open(alone, MIGRATIONS)) {
          found = copied.query("SELECT name FROM guest", row -> row.getString(1));
        }
      }
      assertEquals(List.of("ana"), found);
    }
  }
}
