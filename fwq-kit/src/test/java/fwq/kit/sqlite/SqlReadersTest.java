package fwq.kit.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlReadersTest {
  @TempDir private Path folder;
  private final List<Connection> opened = new ArrayList<>();

  private Sql open() throws DatabaseException {
    Path file = folder.resolve("visitors.db");
    opened.add(Database.open(file, List.of()));
    return new Sql(file, opened.getLast());
  }

  private static int one(Sql reader) throws SQLException {
    return reader.first("SELECT 1", row -> row.getInt(1)).orElseThrow();
  }

  @Test
  void asManyReadAtOnceAsThereAreConnections() throws Exception {
    try (SqlReaders readers = SqlReaders.open(this::open);
        ExecutorService guests = Executors.newVirtualThreadPerTaskExecutor()) {
      CyclicBarrier allRead = new CyclicBarrier(opened.size());
      List<Future<Sql>> all = new ArrayList<>();
      for (int guest = 0; guest < opened.size(); guest++) {
        all.add(
            guests.submit(
                () ->
                    readers.read(
                        reader -> {
                          meet(allRead);
                          assertEquals(1, one(reader));
                          return reader;
                        })));
      }
      Set<Sql> used = new HashSet<>();
      for (Future<Sql> one : all) {
        used.add(one.get());
      }
      assertEquals(opened.size(), used.size());
    }
    for (Connection connection : opened) {
      assertTrue(connection.isClosed());
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("they read one after another", e);
    }
  }

  @Test
  void readThatFailsGivesItsConnectionBack() throws Exception {
    try (SqlReaders readers = SqlReaders.open(this::open)) {
      for (int i = 0; i <= opened.size(); i++) {
        assertThrows(
            DatabaseException.class,
            () -> readers.read(reader -> reader.first("SELECT nonsense", row -> row.getInt(1))));
      }
      assertEquals(1, readers.read(SqlReadersTest::one));
    }
  }
}
