package fwq.operator.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchMainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Stop stop, String... args) {
    return Program.run(
        new WatchMain(), stop, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h | <broker-port>",
        "h word | a port is a number",
        "h 1 more | more",
        "h 1 --park 1000 | a park's number is from 0 to 999",
        "h 1 --jsno | --jsno",
      })
  void badUsageIsToldInASentence(String line, String sentence) {
    assertEquals(Program.BAD_USAGE, run(new Stop(), line.split(" ")));
    assertTrue(err.toString().contains(sentence), err.toString());
    assertTrue(err.toString().contains("Usage: fwq watch"), err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void endMayBeWishedWhileTheBrokerIsAway() {
    Stop stop = new Stop();
    stop.request();
    assertEquals(Program.OK, run(stop, "127.0.0.1", "1", "--json"));
    assertEquals("", out.toString());
  }
}
