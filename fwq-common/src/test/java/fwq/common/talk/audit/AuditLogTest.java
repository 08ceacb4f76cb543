package fwq.common.talk.audit;

import static fwq.common.talk.audit.Entries.login;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
final class AuditLogTest {
  @TempDir private Path data;

  @Test
  void allThatWasNotedIsWrittenInOrderBeforeItCloses() throws Exception {
    try (AuditLog log = new AuditLog(data, "registry", Metrics.unserved())) {
      for (int i = 0; i < 500; i++) {
        log.note(login(i));
      }
    }
    try (AuditReader reader = new AuditReader(AuditLog.folder(data), "registry")) {
      for (int i = 0; i < 500; i++) {
        assertEquals(Optional.of(login(i)), reader.next());
      }
      assertEquals(Optional.empty(), reader.next());
    }
  }

  @Test
  void refusalsAreApartAndRepeatsAreOneLine() throws Exception {
    try (AuditLog log = new AuditLog(data, "engine", Metrics.unserved())) {
      log.note(login(0));
      for (int i = 0; i < 50; i++) {
        log.note(Entries.refusal(1));
      }
    }
    Path folder = AuditLog.folder(data);
    assertEquals(1, Files.readAllLines(folder.resolve("engine.jsonl")).size());
    List<String> refused = Files.readAllLines(folder.resolve("engine-refused.jsonl"));
    assertEquals(2, refused.size(), refused.toString());
    assertTrue(refused.getLast().contains("\"times\":49"), refused.getLast());
  }

  /** A file where the folder should be stands for a full disk: nothing can be written. */
  @Test
  void diskThatCannotBeWrittenLosesLinesAndStopsNothing() throws Exception {
    Path inTheWay = Files.createFile(AuditLog.folder(data));
    try (AuditLog log = new AuditLog(data, "registry", Metrics.unserved())) {
      for (int i = 0; i < 3; i++) {
        log.note(login(i));
      }
      while (log.lost() < 3) {
        Thread.onSpinWait();
      }
      Files.delete(inTheWay);
      log.note(login(3));
    }
    try (AuditReader reader = new AuditReader(AuditLog.folder(data), "registry")) {
      assertEquals(Optional.of(login(3)), reader.next());
      assertEquals(Optional.empty(), reader.next());
    }
  }

  @Test
  void whatFindsNoRoomIsCountedAndKeepsNobodyWaiting() throws Exception {
    int all = 200_000;
    AuditLog log = new AuditLog(data, "registry", Metrics.unserved());
    AuditEntry same = login(0);
    for (int i = 0; i < all; i++) {
      log.note(same);
    }
    log.close();
    long written = 0;
    try (AuditReader reader = new AuditReader(AuditLog.folder(data), "registry")) {
      for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        written += entry.get().times();
      }
    }
    assertTrue(written > 0);
    assertEquals(all, written + log.lost());
  }
}
