package fwq.common.talk.audit;

import static fwq.common.talk.audit.Entries.lines;
import static fwq.common.talk.audit.Entries.login;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of real lines, written, replaced when full, and read back. */
final class AuditFileTest {
  private static final long LINE_BYTES = lines(login(0)).length;

  /** No file is of a day before. */
  private static final Instant NOW = Instant.EPOCH;

  @TempDir private Path data;
  private Path folder;

  @BeforeEach
  void nameTheFolder() {
    folder = data.resolve("audit");
  }

  @Test
  void filesAreTheirOwnersAloneFromTheFirstMoment() throws Exception {
    AuditFile file = file(LINE_BYTES);
    file.append(lines(login(0)), NOW);
    file.append(lines(login(1)), NOW);
    assertEquals("rwx------", mode(folder));
    for (String name : List.of("registry.jsonl", "registry.1.jsonl", "registry.lock")) {
      assertEquals("rw-------", mode(folder.resolve(name)));
    }
  }

  @Test
  void fileThatOthersCouldReadIsClosedToThem() throws Exception {
    file(100 * LINE_BYTES).append(lines(login(0)), NOW);
    Path file = folder.resolve("registry.jsonl");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    file(100 * LINE_BYTES).append(lines(login(1)), NOW);
    assertEquals("rw-------", mode(file));
    assertEquals(seconds(0, 2), read(reader()));
  }

  @Test
  void linkIsNotFollowed() throws Exception {
    Files.createDirectories(folder);
    Path elsewhere = Files.createFile(data.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("registry.jsonl"), elsewhere);
    assertThrows(IOException.class, () -> file(1_000).append(lines(login(0)), NOW));
    assertEquals(0, Files.size(elsewhere));
  }

  @Test
  void aMonthOfFilesIsKeptOfWhichEachHoldsWhatItMay() throws Exception {
    AuditFile file = file(3 * LINE_BYTES + 20);
    for (int i = 0; i < 103; i++) {
      file.append(lines(login(i)), NOW);
    }
    for (int age = 0; age < 31; age++) {
      assertTrue(Files.size(AuditFile.path(folder, "registry", age)) <= 3 * LINE_BYTES + 20);
    }
    assertFalse(Files.exists(AuditFile.path(folder, "registry", 31)));
    assertEquals(seconds(12, 103), read(reader()));
  }

  @Test
  void eachDayHasAFileOfItsOwn() throws Exception {
    AuditFile file = file(1_000_000);
    file.append(lines(login(0)), NOW);
    Path first = folder.resolve("registry.jsonl");
    Files.setLastModifiedTime(first, FileTime.from(Instant.parse("2026-11-21T23:59:59Z")));
    file.append(lines(login(1)), Instant.parse("2026-11-21T23:59:59Z"));
    Files.setLastModifiedTime(first, FileTime.from(Instant.parse("2026-11-21T23:59:59Z")));
    file.append(lines(login(2)), Instant.parse("2026-11-22T00:00:00Z"));
    assertEquals(2 * LINE_BYTES, Files.size(folder.resolve("registry.1.jsonl")));
    assertEquals(LINE_BYTES, Files.size(first));
    assertEquals(seconds(0, 3), read(reader()));
  }

  @Test
  void twoEnginesMayShareAFolder() throws Exception {
    AuditFile one = file(5 * LINE_BYTES);
    AuditFile other = file(5 * LINE_BYTES);
    for (int i = 0; i < 30; i += 2) {
      one.append(lines(login(i)), NOW);
      other.append(lines(login(i + 1)), NOW);
    }
    assertEquals(seconds(0, 30), read(reader()));
  }

  @Test
  void halfALineIsEndedBeforeTheNextAndSkippedWhenRead() throws Exception {
    file(1_000_000).append(lines(login(0)), NOW);
    Path file = folder.resolve("registry.jsonl");
    Files.writeString(file, "{\"at\":\"2026-", StandardOpenOption.APPEND);
    file(1_000_000).append(lines(login(1)), NOW);
    assertEquals(seconds(0, 2), read(reader()));
  }

  private AuditFile file(long bytesMax) {
    return new AuditFile(folder, "registry", bytesMax);
  }

  private AuditReader reader() throws IOException {
    return new AuditReader(folder, "registry");
  }

  private static List<AuditEntry> read(AuditReader reader) throws IOException {
    List<AuditEntry> entries = new ArrayList<>();
    try (reader) {
      for (Optional<AuditEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
        entries.add(next.get());
      }
    }
    return entries;
  }

  private static List<AuditEntry> seconds(int from, int to) {
    return IntStream.range(from, to).mapToObj(Entries::login).toList();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
