package fwq.kit.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
  private static final String FIRST =
      "CREATE TABLE guest (alias TEXT PRIMARY KEY) STRICT; INSERT INTO guest VALUES ('ana');";
  private static final String SECOND = "ALTER TABLE guest ADD COLUMN name TEXT";
  private static final String BROKEN =
      "CREATE TABLE half (x); INSERT INTO guest VALUES ('bea'); CREATE TABLE guest (y);";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("new/sub folder/visitors.db");
  }

  @Test
  void committedDataSurvivesAPowerCut() throws Exception {
    try (Connection connection = Database.open(file, List.of(FIRST))) {
      assertEquals("wal", value(connection, "PRAGMA journal_mode"));
      assertEquals("2", value(connection, "PRAGMA synchronous"), "2 is FULL");
      assertEquals("1", value(connection, "PRAGMA foreign_keys"));
      assertEquals("5000", value(connection, "PRAGMA busy_timeout"));
      assertTrue(connection.getAutoCommit());
    }
  }

  @Test
  void migrationsAreDoneOnceEachAndStepByStep() throws Exception {
    Database.open(file, List.of()).close();
    Database.open(file, List.of(FIRST)).close();
    for (int i = 0; i < 2; i++) {
      try (Connection connection = Database.open(file, List.of(FIRST, SECOND))) {
        assertEquals("2", value(connection, "PRAGMA user_version"));
        assertEquals("1", value(connection, "SELECT count(name IS NULL) FROM guest"));
      }
    }
  }

  @Test
  void migrationThatFailsLeavesTheOldVersionWhole() throws Exception {
    Database.open(file, List.of(FIRST)).close();
    assertSentence("cannot be used: ", List.of(FIRST, BROKEN, SECOND));
    try (Connection connection = Database.open(file, List.of(FIRST))) {
      assertEquals("1", value(connection, "PRAGMA user_version"));
      assertEquals("1", value(connection, "SELECT count(*) FROM guest"));
      assertEquals("1", value(connection, "SELECT count(*) FROM sqlite_schema WHERE type='table'"));
    }
  }

  @Test
  void stepsBeforeTheOneThatFailsAreKept() throws Exception {
    assertSentence("cannot be used: ", List.of(FIRST, BROKEN));
    try (Connection connection = Database.open(file, List.of(FIRST))) {
      assertEquals("1", value(connection, "PRAGMA user_version"));
    }
  }

  @Test
  void programsThatMigrateAtOnceDoEachStepOnce() throws Exception {
    int programs = 4;
    List<String> steps = List.of(FIRST, SECOND, "CREATE TABLE more (x)");
    CyclicBarrier together = new CyclicBarrier(programs);
    // The journal mode is set before: SQLite does not wait when two change it at once.
    Database.open(file, List.of()).close();
    try (ExecutorService threads = Executors.newFixedThreadPool(programs)) {
      List<Future<String>> versions = new ArrayList<>();
      for (int i = 0; i < programs; i++) {
        versions.add(
            threads.submit(
                () -> {
                  together.await();
                  try (Connection connection = Database.open(file, steps)) {
                    return value(connection, "PRAGMA user_version");
                  }
                }));
      }
      for (Future<String> version : versions) {
        assertEquals("3", version.get());
      }
    }
  }

  @Test
  void fileOfANewerProgramIsRefusedAndLeftAlone() throws Exception {
    Database.open(file, List.of(FIRST, SECOND)).close();
    assertSentence("was written by a newer version of FWQ", List.of(FIRST));
    try (Connection connection = Database.open(file, List.of(FIRST, SECOND))) {
      assertEquals("2", value(connection, "PRAGMA user_version"));
    }
  }

  @Test
  void fileThatIsNoDatabaseIsNamedAndLeftAlone() throws Exception {
    Files.createDirectories(file.getParent());
    String text = "Dear diary, today I rode the carousel. ".repeat(200);
    Files.writeString(file, text);
    assertSentence("is damaged or not a database", List.of(FIRST));
    assertEquals(text, Files.readString(file));
  }

  @Test
  void databaseWithADamagedPageIsNamed() throws Exception {
    Database.open(file, List.of(FIRST)).close();
    try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "rw")) {
      pages.seek(100);
      pages.write(new byte[(int) pages.length() - 100]);
    }
    assertSentence("is damaged or not a database", List.of(FIRST, SECOND));
  }

  @Test
  void databaseThatAnotherProgramHoldsIsNamedOnceSqliteHasWaited() throws Exception {
    try (Connection holder = Database.open(file, List.of(FIRST));
        Connection other = Database.open(file, List.of(FIRST));
        Statement hold = holder.createStatement();
        Statement statement = other.createStatement()) {
      hold.executeUpdate("BEGIN IMMEDIATE");
      statement.execute("PRAGMA busy_timeout = 1");
      SQLException busy =
          assertThrows(
              SQLException.class, () -> statement.executeUpdate("INSERT INTO guest VALUES ('x')"));
      assertTrue(Database.explain(file, busy).getMessage().contains("in use by another program"));
    }
  }

  @Test
  void folderInPlaceOfTheFileIsNamed() throws Exception {
    Files.createDirectories(file);
    assertSentence("cannot be opened for writing", List.of(FIRST));
  }

  @Test
  void folderThatCannotBeMadeIsNamed() throws Exception {
    Files.writeString(folder.resolve("new"), "in the way");
    assertSentence("cannot be made: its folder cannot be created", List.of(FIRST));
  }

  @Test
  void folderThatCannotBeWrittenIsNamed() throws Exception {
    Files.createDirectories(file.getParent());
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(file.getParent()), "root may write everywhere");
      assertSentence("cannot be opened for writing", List.of(FIRST));
    } finally {
      Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void filesAndFoldersAreTheirOwnersAloneFromTheFirstMoment() throws Exception {
    try (Connection _ = Database.open(file, List.of(FIRST))) {
      for (String part : List.of("", "-wal", "-shm")) {
        assertEquals("rw-------", mode(Path.of(file + part)), part);
      }
    }
    assertEquals("rwx------", mode(file.getParent()));
    assertEquals("rwx------", mode(file.getParent().getParent()));
  }

  @Test
  void filesThatOthersCouldReadAreClosedToThem() throws Exception {
    try (Connection _ = Database.open(file, List.of(FIRST))) {
      for (String part : List.of("", "-wal", "-shm")) {
        Files.setPosixFilePermissions(
            Path.of(file + part), PosixFilePermissions.fromString("rw-rw-r--"));
      }
      try (Connection _ = Database.open(file, List.of(FIRST))) {
        for (String part : List.of("", "-wal", "-shm")) {
          assertEquals("rw-------", mode(Path.of(file + part)), part);
        }
      }
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private void assertSentence(String what, List<String> migrations) {
    DatabaseException refusal =
        assertThrows(DatabaseException.class, () -> Database.open(file, migrations).close());
    String expected = "the database " + file + " " + what;
    assertTrue(refusal.getMessage().startsWith(expected), refusal.getMessage());
    assertTrue(refusal.getMessage().length() > expected.length(), "says what to do");
  }

  private static String value(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.getString(1);
    }
  }
}
