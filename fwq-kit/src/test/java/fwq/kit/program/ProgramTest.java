package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

final class ProgramTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Stop stop = new Stop();
  private Throwable problem;

  /** A program that fails as a test wishes. */
  @Command(name = "fwq ride", description = "A ride.")
  private final class Ride implements Program.Body {
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<port>")
    private Port port;

    @Parameters(index = "1", paramLabel = "<max-visitors>")
    private int visitors;

    @Mixin private CommonOptions options;

    @Override
    public void run(Stop requested) throws Exception {
      assertEquals(ProgramTest.this.stop, requested);
      assertEquals("5050 7 data", port + " " + visitors + " " + options.data());
      switch (problem) {
        case null -> {}
        case ParameterException _ ->
            throw new ParameterException(spec.commandLine(), "those do not go together");
        case Exception e -> throw e;
        case Error e -> throw e;
        default -> throw new AssertionError(problem);
      }
    }
  }

  @Test
  void goodRunIsZeroAndSilent() {
    assertEquals(Program.OK, run("5050", "7"));
    assertEquals("", out + "" + err);
  }

  @Test
  void helpGoesToStandardOutputWithZero() {
    assertEquals(Program.OK, run("--help"));
    for (String part :
        List.of("Usage: fwq ride", "<port>", "<max-visitors>", "--data", "--kafka-config")) {
      assertTrue(out.toString().contains(part), () -> part + " in " + out);
    }
    assertTrue(out.toString().contains("--metrics"));
    assertFalse(out.toString().contains("--parent"), "is between our own programs");
    assertEquals("", err.toString());
  }

  @Test
  void versionGoesToStandardOutputWithZero() {
    assertEquals(Program.OK, run("--version"));
    assertTrue(out.toString().startsWith("fwq "), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void missingArgumentsAreNamedWithTheUsage() {
    assertUsage("<port>");
    assertUsage("<max-visitors>", "5050");
  }

  @Test
  void argumentTooManyIsNamedWithTheUsage() {
    assertUsage("'more'", "5050", "7", "more");
    assertUsage("--unknown", "5050", "7", "--unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "word", "99999999999", "5050x", "", " 5050"})
  void wrongPortIsToldWhatAPortIs(String port) {
    assertUsage("a port is a number from 1 to 65535, such as 5050, got '" + port + "'", port, "7");
  }

  @Test
  void wordForANumberIsNamedWithTheUsage() {
    assertUsage("'many'", "5050", "many");
    assertTrue(err.toString().contains("<max-visitors>"), err.toString());
  }

  @Test
  void bodyThatFindsBadUsageEndsAsThatOfTheParser() {
    problem = new ParameterException(new CommandLine(new Ride()), "x");
    assertUsage("those do not go together", "5050", "7");
  }

  @Test
  void failureIsItsSentenceAndOne() {
    problem = new Failure("port 5050 is taken", new IllegalStateException("not shown"));
    assertEquals(Program.FAILED, run("5050", "7"));
    assertEquals("port 5050 is taken", err.toString().strip());
  }

  @Test
  void faultOfTheProgramIsLoggedWithItsTraceAndOne() {
    for (Throwable fault : List.of(new IllegalStateException("hm"), new StackOverflowError("hm"))) {
      problem = fault;
      AtomicInteger code = new AtomicInteger();
      List<String> lines = Logged.during(() -> code.set(run("5050", "7")));
      assertEquals(Program.FAILED, code.get());
      assertTrue(lines.getFirst().contains("ERROR this is a fault of the program itself"));
      assertTrue(lines.get(1).endsWith(fault.toString()), lines.get(1));
    }
  }

  @Test
  void interruptionIsOneAndKept() {
    problem = new InterruptedException();
    assertEquals(Program.FAILED, run("5050", "7"));
    assertTrue(Thread.interrupted());
  }

  private void assertUsage(String sentencePart, String... args) {
    err.getBuffer().setLength(0);
    assertEquals(Program.BAD_USAGE, run(args));
    List<String> lines = err.toString().lines().toList();
    assertTrue(lines.getFirst().contains(sentencePart), err.toString());
    assertTrue(lines.contains("A ride."), err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
    assertEquals("", out.toString());
  }

  private int run(String... args) {
    return Program.run(
        new Ride(), stop, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
