package fwq.operator.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.audit.AuditEntry;
import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.audit.AuditFile;
import fwq.common.talk.audit.AuditJson;
import fwq.common.talk.audit.AuditLog;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** The audit as its reader meets it. */
@Timeout(240)
final class AuditMainTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir private Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Stop stop = new Stop();

  @Test
  void linesOfAllProgramsComeOldestFirstInColumns() throws Exception {
    noteSome();
    assertEquals(Program.OK, run(""));
    assertEquals(
        """
        2026-11-21T04:00:01.000Z  registry  192.0.2.7                     guest001              login     done
        2026-11-21T04:00:02.000Z  engine    park 0 epoch 77               guest002              enter     refused  FULL
        2026-11-21T04:00:03.000Z  registry  192.0.2.7                     guest003              login     done
        2026-11-21T04:00:04.000Z  engine    park 0 epoch 77               guest004              enter     refused  FULL
        """,
        out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "--alias Guest003, 3",
    "--action enter, 2 4",
    "--outcome DONE, 1 3",
    "--since 2026-11-21T04:00:03Z, 3 4",
    "--since 2026-11-22, ''",
    "--action login --since 2026-11-21T04:00:02Z, 3"
  })
  void linesAreChosen(String options, String seconds) throws Exception {
    noteSome();
    assertEquals(Program.OK, run(options));
    List<String> found = out.toString().lines().map(line -> line.substring(18, 19)).toList();
    assertEquals(seconds, String.join(" ", found));
  }

  @Test
  void folderWithoutAuditIsOneSentence() {
    assertEquals(Program.FAILED, run(""));
    assertTrue(err.toString().startsWith("there is no " + data.resolve("audit") + "; give "));
    assertEquals(1, err.toString().lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--action dance", "--outcome maybe", "--since soon", "--since 10"})
  void whatIsNoneIsBadUsage(String options) {
    assertEquals(Program.BAD_USAGE, run(options));
    assertTrue(err.toString().contains("Usage: fwq audit"), err.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "90s, 2026-11-21T11:58:30Z",
    "10m, 2026-11-21T11:50:00Z",
    "2h, 2026-11-21T10:00:00Z",
    "7d, 2026-11-14T12:00:00Z",
    "2026-11-20, 2026-11-20T00:00:00Z",
    "2026-11-20T09:30:00Z, 2026-11-20T09:30:00Z"
  })
  void timesAreSoLongAgoADayOrAMoment(String text, Instant expected) {
    assertEquals(expected, Since.parse(text, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "m", "-1m", "123456s", "2026-13-01", "2026-11-20T25:00:00Z"})
  void otherTimesAreRefusedWithExamples(String text) {
    var e = assertThrows(TypeConversionException.class, () -> Since.parse(text, NOW));
    assertTrue(e.getMessage().contains("such as 90s, 10m"), e.getMessage());
  }

  private void noteSome() throws Exception {
    Path folder = Files.createDirectories(AuditLog.folder(data));
    Files.write(AuditFile.path(folder, "registry", 1), line(login(1)));
    Files.write(AuditFile.path(folder, "registry", 0), line(login(3)));
    Files.write(AuditFile.path(folder, "engine", 0), line(refusal(2)));
    Files.write(AuditFile.path(folder, "engine", 0), line(refusal(4)), StandardOpenOption.APPEND);
  }

  private static byte[] line(AuditEntry entry) {
    return (new String(AuditJson.write(entry), UTF_8) + "\n").getBytes(UTF_8);
  }

  private static AuditEntry login(int second) {
    return entry(second, new AuditEntry.Registry("192.0.2.7"), Action.LOGIN, Optional.empty());
  }

  private static AuditEntry refusal(int second) {
    return entry(second, new AuditEntry.Engine(0, 77), Action.ENTER, Optional.of("FULL"));
  }

  private static AuditEntry entry(
      int second, AuditEntry.Source source, Action action, Optional<String> reason) {
    return new AuditEntry(
        Instant.parse("2026-11-21T04:00:00Z").plusSeconds(second),
        source,
        "guest00" + second,
        action,
        reason.isPresent() ? Outcome.REFUSED : Outcome.DONE,
        reason);
  }

  private int run(String options) {
    List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
    if (!options.isEmpty()) {
      arguments.addAll(List.of(options.split(" ")));
    }
    return Program.run(
        new AuditMain(),
        stop,
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        arguments.toArray(String[]::new));
  }
}
