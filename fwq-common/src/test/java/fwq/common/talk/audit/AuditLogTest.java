package fwq.common.talk.audit;

import static fwq.common.talk.audit.Entries.login;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
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
    AuditEntry entry = login(0);
    for (int i = 0; i < all; i++) {
      log.note(entry);
    }
    log.close();
    long written = 0;
    try (AuditReader reader = new AuditReader(AuditLog.folder(data), "registry")) {
      while (reader.next().isPresent()) {
        written++;
      }
    }
    assertTrue(written > 0);
    assertEquals(all, written + log.lost());
  }
}
