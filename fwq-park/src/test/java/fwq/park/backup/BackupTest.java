package fwq.park.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder as a park's programs leave it, while one of them writes. */
class BackupTest {
  private static final List<String> MIGRATIONS =
      List.of("CREATE TABLE guest (name TEXT NOT NULL) STRICT;");

  @TempDir private Path folder;
  private Path data;
  private Path backup;
  private Sql registry;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void open() throws Exception {
    data = folder.resolve("the park's data");
    backup = folder.resolve("backups/today");
    Files.createDirectories(data.resolve("carts/1234-park0"));
    registry = Sql.open(data.resolve("visitors.db"), MIGRATIONS);
    add("ana");
    Files.writeString(data.resolve("secret"), "c2VjcmV0\n");
    Files.setLastModifiedTime(data.resolve("secret"), FileTime.fromMillis(1_700_000_000_000L));
    Files.writeString(data.resolve("carts/1234-park0/key"), "k");
    Files.createDirectories(data.resolve("broker/SD-0"));
    Files.writeString(data.resolve("broker/meta.properties"), "cluster.id=x");
    Files.writeString(data.resolve("broker/SD-0/00000000000000000000.log"), "records");
    for (String other : List.of("park.lock", "park.pid", "secret8812.new")) {
      Files.writeString(data.resolve(other), "1");
    }
  }

  @AfterEach
  void close() throws DatabaseException {
    registry.close();
  }

  @Test
  void allIsThereButKafkasLogAndWhatIsOfTheMoment() throws IOException {
    assertEquals(Program.OK, backUp(), said.toString());
    assertEquals(
        List.of("backup.sha256", "carts/1234-park0/key", "secret", "visitors.db"), files(backup));
    assertTrue(said.toString().contains("3 files of "), said.toString());
  }

  @Test
  void nobodyElseCanReadWhatWasCopiedOrRestored() throws IOException {
    Files.createDirectories(backup);
    backUp();
    restore(folder.resolve("new"));
    for (Path root : List.of(backup, folder.resolve("new"))) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path each : all.toList()) {
          assertEquals(
              Files.isDirectory(each) ? "rwx------" : "rw-------",
              PosixFilePermissions.toString(Files.getPosixFilePermissions(each)),
              each.toString());
        }
      }
    }
  }

  @Test
  void whatIsRestoredIsWhatWasThere() throws Exception {
    backUp();
    add("bea");
    Path other = folder.resolve("new");
    assertEquals(Program.OK, restore(other), said.toString());
    assertEquals(List.of("carts/1234-park0/key", "secret", "visitors.db"), files(other));
    assertEquals("c2VjcmV0\n", Files.readString(other.resolve("secret")));
    assertEquals(1_700_000_000_000L, Files.getLastModifiedTime(other.resolve("secret")).toMillis());
    try (Sql restored = Sql.open(other.resolve("visitors.db"), MIGRATIONS)) {
      assertEquals(List.of("ana"), names(restored));
    }
  }

  @Test
  void backupOfABusyParkHasWhatWasCommittedBefore() throws Exception {
    AtomicBoolean end = new AtomicBoolean();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              while (!end.get()) {
                write("x");
              }
            });
    try {
      for (int turn = 0; turn < 3; turn++) {
        add("guest-" + turn);
        backup = folder.resolve("busy-" + turn);
        assertEquals(Program.OK, backUp(), said.toString());
        try (Sql copied = Sql.open(backup.resolve("visitors.db"), MIGRATIONS)) {
          assertTrue(names(copied).contains("guest-" + turn));
        }
      }
    } finally {
      end.set(true);
      writing.join();
    }
  }

  @Test
  void filesThatChangeTheirNamesMeanwhileAreCopiedAgain() throws Exception {
    Path audit = Files.createDirectories(data.resolve("audit"));
    Files.writeString(audit.resolve("engine.jsonl"), "new");
    Files.writeString(audit.resolve("engine.1.jsonl"), "old");
    Files.createDirectories(backup);
    Backup making = new Backup(data, backup);
    assertTrue(making.copyNew());
    Files.move(audit.resolve("engine.1.jsonl"), audit.resolve("engine.2.jsonl"));
    Files.move(audit.resolve("engine.jsonl"), audit.resolve("engine.1.jsonl"));
    assertTrue(making.copyNew());
    assertEquals("new", Files.readString(backup.resolve("audit/engine.1.jsonl")));
    assertEquals("old", Files.readString(backup.resolve("audit/engine.2.jsonl")));
    assertFalse(making.copyNew(), "and then all is there");
  }

  @Test
  void whatIsNotEmptyIsLeftAsItIs() throws IOException {
    Path full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("mine"), "mine");
    backUp();
    assertEquals(Program.FAILED, restore(full));
    assertSaid("the folder " + full + " is not empty", "--data DIR");
    assertEquals(Program.FAILED, restore(full.resolve("mine")));
    assertSaid("is a file, not a folder");
    backup = full;
    assertEquals(Program.FAILED, backUp());
    assertSaid("the folder " + full + " is not empty", "a new folder");
    assertEquals(List.of("mine"), files(full));
  }

  @Test
  void backupInsideTheParksOwnFolderIsRefused() {
    backup = data.resolve("backups/today");
    assertEquals(Program.FAILED, backUp());
    assertSaid("is in the park's own folder");
    assertFalse(Files.exists(backup, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void parkThatIsNotThereIsNamed() {
    data = folder.resolve("none");
    assertEquals(Program.FAILED, backUp());
    assertSaid("there is no folder " + data, "--data DIR");
  }

  @Test
  void backupThatIsDamagedIncompleteOrNoneIsNotRestored() throws IOException {
    backUp();
    Path list = backup.resolve(Digests.FILE);
    Files.writeString(backup.resolve("secret"), "another");
    assertEquals(Program.FAILED, restore(folder.resolve("new")));
    assertSaid("secret is missing or is not as it was backed up");
    Files.writeString(list, "0".repeat(64) + "  ../outside\n");
    assertEquals(Program.FAILED, restore(folder.resolve("new")));
    assertSaid("a line that fwq backup does not write");
    Files.delete(list);
    assertEquals(Program.FAILED, restore(folder.resolve("new")));
    assertSaid("there is no backup in " + backup, Digests.FILE);
    assertFalse(Files.exists(folder.resolve("new"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void damagedDatabaseIsNamedAndTheBackupIsNotOne() throws IOException {
    Files.writeString(data.resolve("rides.db"), "SQLite format 3\0" + "x".repeat(5_000));
    assertEquals(Program.FAILED, backUp());
    assertSaid("no backup was made: the database ", "rides.db is damaged");
    assertFalse(Files.exists(backup.resolve(Digests.FILE), LinkOption.NOFOLLOW_LINKS));
  }

  private int backUp() {
    return run(new BackupMain(), backup.toString(), "--data", data.toString());
  }

  private int restore(Path to) {
    return run(new RestoreMain(), backup.toString(), "--data", to.toString());
  }

  private int run(Program.Body body, String... args) {
    said.getBuffer().setLength(0);
    PrintWriter out = new PrintWriter(said, true);
    return Program.run(body, new Stop(), out, out, args);
  }

  private void assertSaid(String... parts) {
    for (String part : parts) {
      assertTrue(said.toString().contains(part), said.toString());
    }
  }

  private void add(String name) throws DatabaseException {
    registry.change(() -> registry.update("INSERT INTO guest VALUES (?)", name));
  }

  private void write(String name) {
    try {
      add(name);
    } catch (DatabaseException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> names(Sql sql) throws DatabaseException {
    return sql.query("SELECT name FROM guest", row -> row.getString(1));
  }

  /** By their places in the folder, sorted. */
  private static List<String> files(Path root) throws IOException {
    TreeMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile).forEach(it -> files.put(root.relativize(it).toString(), it));
    }
    return List.copyOf(files.keySet());
  }
}
