package fwq.visitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorMainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--auto ana | need all four addresses",
        "--crowd 8 127.0.0.1 5050 | need all four addresses",
        "--auto ana --crowd 8 h 1 h 2 | exclude each other",
        "--auto a/b h 1 h 2 | username of 1 to 20 of the letters a to z",
        "--crowd 0 h 1 h 2 | from 1 to 10000",
        "--crowd 10001 h 1 h 2 | from 1 to 10000",
        "--crowd eight h 1 h 2 | 'eight'",
        "--crowd 80 --crowd-name twenty-letters-long- h 1 h 2 | must make a username",
        "h word h 2 | a port is a number",
        "h 99999 h 2 | a port is a number",
        "--minute 0 | such as 500ms, 1s or 2",
        "--minute soon | such as 500ms, 1s or 2",
        "h 1 h 2 more | more",
        "--lang de h 1 h 2 | a language is en or es, got 'de'",
        "--park 1000 h 1 h 2 | a park's number is from 0 to 999",
        "--park -1 --auto ana h 1 h 2 | a park's number is from 0 to 999",
        "--park north --crowd 8 h 1 h 2 | a park's number is from 0 to 999",
        "--plaintext --trust f h 1 h 2 | mutually exclusive",
        "--known-hosts k --trust f h 1 h 2 | mutually exclusive",
      })
  void badUsageIsToldInASentence(String line, String sentence) {
    assertEquals(Program.BAD_USAGE, run(line.split(" ")));
    assertTrue(err.toString().contains(sentence), err.toString());
    assertTrue(err.toString().contains("Usage: fwq visitor"), err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void helpNamesTheArgumentsInTheirOrder() {
    assertEquals(Program.OK, run("--help"));
    String help = out.toString().replaceAll("\\s+", " ");
    assertTrue(
        help.contains("[<registry-ip>] [<registry-port>] [<broker-ip>] [<broker-port>]"), help);
  }

  @Test
  void theEndMayBeWishedWhileTheBrokerIsAway(@TempDir Path d) {
    Stop stop = new Stop();
    stop.request();
    String[] args = {"127.0.0.1", "1", "127.0.0.1", "1", "--auto", "ana", "--data", d.toString()};
    assertEquals(Program.OK, Program.run(new VisitorMain(), stop, writer(out), writer(err), args));
  }

  @Test
  void aFileToTrustThatHoldsNoKeyIsOneSentence(@TempDir Path d) throws Exception {
    Path file = Files.writeString(d.resolve("registry.crt"), "no certificate");
    String walk = "127.0.0.1 1 127.0.0.1 1 --auto ana --data " + d + " --trust ";
    for (Path bad : List.of(file, d.resolve("none"))) {
      assertEquals(Program.FAILED, run((walk + bad).split(" ")));
      assertTrue(err.toString().startsWith("the file " + bad + " to trust "), err.toString());
      assertEquals(1, err.toString().lines().count(), err.toString());
      err.getBuffer().setLength(0);
    }
  }

  @Test
  void severalGuestsAreToldThatAGuestsPassLetsInOne(@TempDir Path d) throws Exception {
    Path file =
        Files.writeString(
            d.resolve("guest.properties"),
            "security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n");
    String walk = "127.0.0.1 1 127.0.0.1 1 --crowd 2 --data " + d + " --kafka-config " + file;
    assertEquals(Program.FAILED, run(walk.split(" ")));
    assertTrue(err.toString().contains("crowd.properties"), err.toString());
  }

  private int run(String... args) {
    return Program.run(new VisitorMain(), new Stop(), writer(out), writer(err), args);
  }

  private static PrintWriter writer(StringWriter text) {
    return new PrintWriter(text, true);
  }
}
