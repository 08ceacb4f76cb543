package fwq.operator.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.AuditKey;
import fwq.common.talk.audit.SecurityLine;
import fwq.kit.program.Failure;
import fwq.kit.sqlite.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as a registry writes them, and what somebody does to them by hand. */
final class ChainCheckTest {
  private static final int LINES = 2_500;

  @TempDir private Path data;

  @BeforeEach
  void write() throws Exception {
    AuditKey key = AuditKey.loadOrCreate(data.resolve("audit.key"), new SecureRandom());
    try (Sql sql = Sql.open(data.resolve("visitors.db"), List.of(SecurityLine.MIGRATION))) {
      sql.change(
          () -> {
            byte[] before = {};
            for (int seq = 1; seq <= LINES; seq++) {
              SecurityLine line = new SecurityLine(seq, 1_000L * seq, "ana", "logged in", "::1");
              before = key.link(before, line.text());
              int _ =
                  sql.update(
                      "INSERT INTO security VALUES (?, ?, ?, ?, ?, ?)",
                      line.seq(),
                      line.at(),
                      line.alias(),
                      line.what(),
                      line.address(),
                      before);
            }
            int _ =
                sql.update(
                    "INSERT INTO security_ends VALUES (0, 0, ?, ?, ?)",
                    new byte[0],
                    LINES,
                    key.ends(0, new byte[0], LINES, before));
          });
    }
  }

  @Test
  void linesThatNobodyTouchedAreCounted() throws Exception {
    assertEquals(LINES, ChainCheck.run(data));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE security SET address = '::2' WHERE seq = 1700 | line 1700 of 1970-01-01T00:28:20.000Z",
        "UPDATE security SET what = 'logged out' WHERE seq = 1 | line 1 of",
        "UPDATE security SET at = at + 1 WHERE seq = 2500 | line 2500 of",
        "DELETE FROM security WHERE seq = 1234 | line 1234 is missing",
        "DELETE FROM security WHERE seq = 1 | line 1 is missing",
        "DELETE FROM security WHERE seq > 2400 | lines after 2400 are missing",
        "DELETE FROM security | lines after 0 are missing",
        "DELETE FROM security_ends | it is not said how far",
        "UPDATE security_ends SET last = 2499 | lines after 2500 are missing",
        "INSERT INTO security VALUES (2501, 1, 'a', 'b', 'c', x'00') | line 2501 of",
      })
  void whatWasChangedByHandIsFound(String sql, String said) throws Exception {
    try (Sql hand = Sql.existing(data.resolve("visitors.db"))) {
      hand.change(() -> hand.update(sql));
    }
    Failure found = assertThrows(Failure.class, () -> ChainCheck.run(data));
    assertTrue(found.getMessage().startsWith(said), found.getMessage());
  }

  @Test
  void otherKeyOrNoneIsASentence() throws Exception {
    Files.delete(data.resolve("audit.key"));
    Failure none = assertThrows(Failure.class, () -> ChainCheck.run(data));
    assertTrue(none.getMessage().contains("give the registry's folder"), none.getMessage());
    var _ = AuditKey.loadOrCreate(data.resolve("audit.key"), new SecureRandom());
    Failure other = assertThrows(Failure.class, () -> ChainCheck.run(data));
    assertTrue(other.getMessage().startsWith("line 1 of"), other.getMessage());
  }
}
