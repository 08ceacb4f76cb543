package fwq.trips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs as their operators meet them. */
@Timeout(240)
final class TripsProgramTest {
  @TempDir private Path folder;

  /** What running it in this JVM came to. */
  private record Outcome(int code, String out, String err) {}

  private static Outcome run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Program.run(
            TripsMain.body(args[0]).orElseGet(TripsMain::new),
            new Stop(),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            TripsMain.body(args[0]).isPresent() ? Arrays.copyOfRange(args, 1, args.length) : args);
    return new Outcome(code, out.toString(), err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"flights", "hotels", "tours", "agency", "all", "offer", "cheese"})
  void withoutArgumentsEachShowsItsUsage(String program) {
    Outcome outcome = run(program);
    assertEquals(Program.BAD_USAGE, outcome.code());
    assertTrue(outcome.err().contains("Usage: fwq trips"), outcome.err());
  }

  @Test
  void takenPortIsOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      Outcome outcome =
          run(
              "agency",
              "" + port,
              "a",
              "1",
              "b",
              "2",
              "c",
              "3",
              "--plaintext",
              "--data",
              folder.resolve("data").toString());
      assertEquals(Program.FAILED, outcome.code());
      assertTrue(outcome.err().contains(port + " cannot be had"), outcome.err());
    }
  }

  @Test
  void wrongFileOfOffersIsOneSentenceThatNamesTheLine() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("offers.csv"),
            """
            id,price,stock,tour,place,address,city,day,hour
            1,100,3,Castle,castle,Gate 1,Palm,2026-12-01,10:00
            """);
    Outcome outcome = run("tours", "1", "--offers", file.toString(), "--data", "unused");
    assertEquals(Program.FAILED, outcome.code());
    assertTrue(outcome.err().contains("line 2: city is a town's code"), outcome.err());
  }

  @Test
  void unknownTownAndCurrencyAreBadUsage() {
    assertTrue(run("flights", "1", "--home", "Palm").err().contains("a town is one of PMI"));
    assertEquals(Program.BAD_USAGE, run("flights", "1", "--currency", "euros").code());
  }

  @Test
  void damagedDatabaseIsOneSentence() throws Exception {
    Files.writeString(folder.resolve("agency.db"), "this is not a database. ".repeat(1_000));
    Outcome outcome =
        run(
            "agency",
            "1",
            "a",
            "1",
            "b",
            "2",
            "c",
            "3",
            "--plaintext",
            "--data",
            folder.toString());
    assertEquals(Program.FAILED, outcome.code());
    assertTrue(outcome.err().contains("damaged"), outcome.err());
  }
}
