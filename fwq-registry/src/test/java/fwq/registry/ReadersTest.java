package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.sqlite.Database;
import fwq.common.sqlite.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadersTest {
  private static final int MANY = 50;

  @TempDir private Path folder;
  private final List<Connection> opened = new ArrayList<>();

  private LockedConnection open() throws DatabaseException {
    Path file = folder.resolve("visitors.db");
    opened.add(Database.open(file, Accounts.MIGRATIONS));
    return new LockedConnection(file, opened.getLast());
  }

  private static int one(LockedConnection reader) throws SQLException {
    return reader.first("SELECT 1", row -> row.getInt(1)).orElseThrow();
  }

  @Test
  void manyReadAndNoTwoOnOneConnection() throws Exception {
    try (Readers readers = Readers.open(this::open);
        ExecutorService guests = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicInteger reading = new AtomicInteger();
      List<Future<Integer>> all = new ArrayList<>();
      for (int guest = 0; guest < MANY; guest++) {
        all.add(
            guests.submit(
                () ->
                    readers.read(
                        reader -> {
                          assertTrue(reading.incrementAndGet() <= opened.size());
                          int one = one(reader);
                          reading.decrementAndGet();
                          return one;
                        })));
      }
      for (Future<Integer> one : all) {
        assertEquals(1, one.get());
      }
    }
    for (Connection connection : opened) {
      assertTrue(connection.isClosed());
    }
  }

  @Test
  void readThatFailsGivesItsConnectionBack() throws Exception {
    try (Readers readers = Readers.open(this::open)) {
      for (int i = 0; i <= opened.size(); i++) {
        assertThrows(
            DatabaseException.class,
            () -> readers.read(reader -> reader.first("SELECT nonsense", row -> row.getInt(1))));
      }
      assertEquals(1, readers.read(ReadersTest::one));
    }
  }
}
