package fwq.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h 1 0 h 2 | from 1 to 1000000 guests, such as 1000, got '0'",
        "h 1 many h 2 | from 1 to 1000000 guests, such as 1000, got 'many'",
        "h 1 10 h 2 --parks 0 | there are 1 to 1000 parks",
        "h 1 10 h 2 --parks 1001 | there are 1 to 1000 parks",
        "h 1 10 h 2 --capacity 1000=5 | a park's number is from 0 to 999, such as 0, got '1000'",
        "h 1 10 h 2 --capacity north=5 | a park's number is from 0 to 999",
        "h 1 10 h 2 --capacity 3=0 | from 1 to 1000000 guests, such as 1000, got '0'",
        "h 1 10 h 2 --capacity 3=1000001 | from 1 to 1000000 guests",
        "h 1 10 h 2 --capacity 3 | KEY=VALUE",
      })
  void badUsageIsToldInASentence(String line, String sentence) {
    assertEquals(Program.BAD_USAGE, run(line));
    assertTrue(err.toString().contains(sentence), err.toString());
    assertTrue(err.toString().contains("Usage: fwq engine"), err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void capacityIsGivenForAnyNumberOfParks() {
    String line = "127.0.0.1 1 10 127.0.0.1 1 --parks 4 --capacity 3=5 --capacity 0=1000000";
    assertEquals(Program.OK, run(line), err.toString());
  }

  /** Runs the program, with the end requested from the beginning. */
  private int run(String line) {
    Stop stop = new Stop();
    stop.request();
    List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
    arguments.addAll(List.of("--data", folder.toString()));
    return Program.run(
        new EngineMain(),
        stop,
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        arguments.toArray(String[]::new));
  }
}
