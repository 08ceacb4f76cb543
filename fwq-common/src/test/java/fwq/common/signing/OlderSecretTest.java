package fwq.common.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OlderSecretTest {
  private static final Instant MADE = Instant.parse("2026-11-28T08:00:00Z");

  @TempDir private Path folder;

  @Test
  void emptyDatabaseIsNewsBesideAnOlderSecretAlone() throws Exception {
    Path database = folder.resolve("visitors.db");
    Path secret = folder.resolve("secret");
    assertEquals(
        Optional.empty(), OlderSecret.warning("account", database, secret, MADE), "none yet");
    Files.createFile(secret);
    Files.setLastModifiedTime(secret, FileTime.from(MADE));
    assertEquals(
        Optional.empty(),
        OlderSecret.warning("account", database, secret, MADE.plusSeconds(1)),
        "the first start makes both");
    String said =
        OlderSecret.warning("account", database, secret, MADE.plusSeconds(3_600)).orElseThrow();
    assertTrue(said.startsWith("there is no account in " + database), said);
    assertTrue(said.contains("fwq backup"), said);
  }
}
