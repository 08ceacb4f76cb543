package fwq.waitingtime.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsAuditMainTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path day;

  @BeforeEach
  void writeADay() throws Exception {
    day = Files.write(folder.resolve("a day.csv"), MadeUpDayTest.day());
  }

  private int run(String... args) {
    return Program.run(
        new WaitsAuditMain(), new Stop(), new PrintWriter(out), new PrintWriter(err, true), args);
  }

  @Test
  void aDayIsScoredForEachRideAndForAll() {
    assertEquals(Program.OK, run(day.toString()));

    assertEquals(5, out.toString().lines().count(), out.toString());
    assertTrue(out.toString().lines().toList().getLast().startsWith("all "), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void forProgramsThereIsAnObjectALine() {
    assertEquals(Program.OK, run("--json", day.toString()));

    assertEquals(4, out.toString().lines().count());
    out.toString()
        .lines()
        .forEach(
            line ->
                assertTrue(
                    line.matches(
                        "\\{\"ride\":\"[a-z]+\",\"n\":\\d+,\"sign\":[\\d.]+,\"ours\":[\\d.]+,"
                            + "\"median\":[\\d.]+,\"within5\":[\\d.]+,\"closer\":[\\d.]+,"
                            + "\"coverage\":[\\d.]+,\"width\":[\\d.]+}"),
                    line));
  }

  @Test
  void whatWasLearntBeforeIsNotScored() {
    run("--json", day.toString());
    String alone = out.toString().lines().toList().getLast();
    out.getBuffer().setLength(0);

    assertEquals(Program.OK, run("--json", "--after", day.toString(), day.toString()));

    String after = out.toString().lines().toList().getLast();
    assertEquals(alone.replaceFirst("\"sign.*", ""), after.replaceFirst("\"sign.*", ""));
  }

  @Test
  void stagesAreOneLineEach() {
    assertEquals(Program.OK, run("--stages", day.toString()));

    assertTrue(out.toString().contains("\nreference "), out.toString());
    assertTrue(out.toString().contains("\nbest "), out.toString());
  }

  @Test
  void stagesAreDrawnAsBarsTheSignsFirst() throws Exception {
    Path picture = folder.resolve("stages.svg");

    assertEquals(Program.OK, run("--stages", "--picture", picture.toString(), day.toString()));

    String svg = Files.readString(picture);
    assertTrue(svg.indexOf(">the sign<") < svg.indexOf(">best<"), svg);
  }

  @Test
  void guestsAreScoredFromADayOnAndThoseBeforeAreLearntFrom() throws Exception {
    Path days = Files.write(folder.resolve("days.csv"), MadeUpDays.csv(MadeUpDays.rows(2, 9, 1)));
    run("--json", days.toString());
    String all = out.toString();
    out.getBuffer().setLength(0);

    assertEquals(Program.OK, run("--json", "--from", "2024-05-02", days.toString()));

    assertTrue(all.contains("\"all\",\"n\":5"), all);
    assertTrue(out.toString().contains("\"all\",\"n\":2"), out.toString());
  }

  @Test
  void theForecastStandsBesideTheSignAsItIsAndTheUsual() throws Exception {
    Path days = Files.write(folder.resolve("days.csv"), MadeUpDays.csv(MadeUpDays.rows(5, 1, 1)));

    assertEquals(Program.OK, run("--forecast", days.toString()));

    assertTrue(out.toString().lines().toList().getLast().startsWith("240 "), out.toString());
  }

  @Test
  void rowsThatCannotBeUsedAreToldByReason() throws Exception {
    Files.writeString(
        folder.resolve("bad.csv"),
        "at,ride,posted,actual\nnever,a,1,\n2021-09-01 08:00,a,5,\n,a,1,\n");

    assertEquals(Program.OK, run(folder.resolve("bad.csv").toString()));

    assertTrue(
        err.toString().contains("2 rows left out: no time such as 2021-09-01T08:02:09"),
        err.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "2, ''",
    "2, --made-up 101 DAY",
    "2, --made-up NaN DAY",
    "2, --stages --json DAY",
    "2, --picture a.svg DAY",
    "2, --from tomorrow DAY",
    "2, --zone Nowhere DAY",
    "1, nothing-of-that-name.csv"
  })
  void whatIsWrongIsSaidWithItsExitCode(int code, String args) {
    assertEquals(
        code,
        run(
            args.isEmpty()
                ? new String[0]
                : args.replace("DAY", day.toString()).split(" (?!day)")));
    assertTrue(err.toString().length() > 10);
  }
}
