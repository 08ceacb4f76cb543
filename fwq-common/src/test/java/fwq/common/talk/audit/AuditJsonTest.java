package fwq.common.talk.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.kit.json.BadMessageException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditJsonTest {
  private static final Instant AT = Instant.parse("2026-11-21T04:31:52.120Z");

  @Test
  void registrysLineGoesBothWays() throws Exception {
    String line =
        "{\"at\":\"2026-11-21T04:31:52.120Z\",\"program\":\"registry\",\"address\":\"127.0.0.1\","
            + "\"alias\":\"ana\",\"action\":\"login\",\"outcome\":\"refused\","
            + "\"reason\":\"WRONG_CREDENTIALS\"}";
    AuditEntry entry =
        new AuditEntry(
            AT.plusNanos(999),
            new AuditEntry.Registry("127.0.0.1"),
            "ana",
            Action.LOGIN,
            Outcome.REFUSED,
            Optional.of("WRONG_CREDENTIALS"));
    assertEquals(line, new String(AuditJson.write(entry), UTF_8));
    assertEquals(entry, AuditJson.read(line.getBytes(UTF_8)));
  }

  @Test
  void enginesLineGoesBothWays() throws Exception {
    String line =
        "{\"at\":\"2026-11-21T04:31:52.000Z\",\"program\":\"engine\",\"park\":3,\"epoch\":77,"
            + "\"alias\":\"?\",\"action\":\"enter\",\"outcome\":\"done\"}";
    AuditEntry entry =
        new AuditEntry(
            Instant.parse("2026-11-21T04:31:52Z"),
            new AuditEntry.Engine(3, 77),
            "no alias",
            Action.ENTER,
            Outcome.DONE,
            Optional.empty());
    assertEquals(line, new String(AuditJson.write(entry), UTF_8));
    assertEquals(entry, AuditJson.read(line.getBytes(UTF_8)));
  }

  @Test
  void agencysLineGoesBothWays() throws Exception {
    String line =
        "{\"at\":\"2026-11-21T04:31:52.000Z\",\"program\":\"agency\",\"address\":\"10.0.0.7\","
            + "\"alias\":\"ana\",\"action\":\"book\",\"outcome\":\"refused\",\"reason\":\"SOLDOUT\"}";
    AuditEntry entry =
        new AuditEntry(
            Instant.parse("2026-11-21T04:31:52Z"),
            new AuditEntry.Agency("10.0.0.7"),
            "ana",
            Action.BOOK,
            Outcome.REFUSED,
            Optional.of("SOLDOUT"));
    assertEquals(line, new String(AuditJson.write(entry), UTF_8));
    assertEquals(entry, AuditJson.read(line.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "\u001b[2J", "line\n", "ñ"})
  void onlyPlainWordsAreNoted(String text) {
    assertThrows(IllegalArgumentException.class, () -> new AuditEntry.Registry(text));
    AuditEntry.Engine engine = new AuditEntry.Engine(0, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new AuditEntry(AT, engine, "ana", Action.LEAVE, Outcome.DONE, Optional.of(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"at\":\"yesterday\",\"program\":\"engine\",\"park\":3,\"epoch\":77,\"alias\":\"a\","
            + "\"action\":\"enter\",\"outcome\":\"done\"}",
        "{\"at\":\"2026-11-21T04:31:52.000Z\",\"program\":\"visitor\",\"park\":3,\"epoch\":77,"
            + "\"alias\":\"a\",\"action\":\"enter\",\"outcome\":\"done\"}",
        "{\"at\":\"2026-11-21T04:31:52.000Z\",\"program\":\"engine\",\"park\":3,\"epoch\":77,"
            + "\"alias\":\"a\",\"action\":\"dance\",\"outcome\":\"done\"}"
      })
  void whatIsNoLineIsRefused(String line) {
    assertThrows(BadMessageException.class, () -> AuditJson.read(line.getBytes(UTF_8)));
  }
}
