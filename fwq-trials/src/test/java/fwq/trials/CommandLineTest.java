package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.FreePort;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people get who mistype: a sentence, the right exit code, and never a stack trace. */
class CommandLineTest {
  private static final Duration LIMIT = Programs.PATIENCE;

  @TempDir private Path folder;
  private final Programs programs = new Programs();

  @AfterEach
  void close() {
    programs.close();
  }

  /** A command line, its exit code, and what the answer must say. */
  private record Mistake(String program, List<String> arguments, int code, String says) {
    static Mistake of(String program, int code, String says, String... arguments) {
      return new Mistake(program, List.of(arguments), code, says);
    }
  }

  static Stream<Mistake> usageMistakes() {
    String port = "a port is a number from 1 to 65535";
    return Stream.of(
        Mistake.of("registry", 2, "<port>"),
        Mistake.of("registry", 2, port, "0"),
        Mistake.of("registry", 2, port, "door"),
        Mistake.of("waitingtimeserver", 2, "<port>"),
        Mistake.of("waitingtimeserver", 2, port, "1500", "127.0.0.1", "70000"),
        Mistake.of("sensor", 2, "<ride-id>"),
        Mistake.of("sensor", 2, "'carousel'", "carousel", "127.0.0.1", "9092"),
        Mistake.of("engine", 2, "<broker-ip>"),
        Mistake.of("engine", 2, "'many'", "127.0.0.1", "9092", "many", "127.0.0.1", "1500"),
        Mistake.of("engine", 2, "from 1 to", "127.0.0.1", "9092", "0", "127.0.0.1", "1500"),
        Mistake.of("visitor", 2, port, "127.0.0.1", "door", "127.0.0.1", "9092"),
        Mistake.of("visitor", 2, "--crowd", "--crowd", "8"),
        Mistake.of("watch", 2, "<broker-ip>"),
        Mistake.of("watch", 2, port, "127.0.0.1", "door"),
        Mistake.of("watch", 2, "from 0 to 999", "127.0.0.1", "9092", "--park", "1000"),
        Mistake.of("broker", 2, port, "door"),
        Mistake.of("broker", 2, "--secure", "--parks", "2"),
        Mistake.of("broker", 2, "park.example.org", "--secure", "--advertise", "a b"),
        Mistake.of("park", 2, "--crowd", "--headless", "--crowd", "-1"),
        Mistake.of("park", 2, "--colour", "--colour"));
  }

  @ParameterizedTest
  @MethodSource("usageMistakes")
  void badUsageIsExplainedWithTheUsageAndExitCodeTwo(Mistake mistake) throws Exception {
    Running running = run(mistake.program, mistake.arguments);
    assertEquals(2, running.awaitExit(LIMIT), running.said());
    assertTrue(running.said().contains(mistake.says), running.said());
    assertTrue(running.said().contains("Usage: fwq " + mistake.program), running.said());
    assertNoStackTrace(running);
  }

  @Test
  void aTakenPortIsASentenceAndExitCodeOne() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      List<Running> all =
          List.of(
              run("registry", List.of(port)),
              run("waitingtimeserver", List.of(port, "127.0.0.1", "9")),
              run("broker", List.of(port)),
              run("park", List.of("--headless", "--registry-port", port)),
              run("watch", List.of("127.0.0.1", "9", "--json", "--metrics", port)),
              run("engine", List.of("127.0.0.1", "9", "10", "127.0.0.1", "9", "--metrics", port)));
      for (Running running : all) {
        assertEquals(1, running.awaitExit(LIMIT), running.said());
        assertTrue(running.said().contains(port), running.said());
        assertNoStackTrace(running);
      }
    }
  }

  @Test
  void anUnwritableDataFolderIsASentenceAndExitCodeOne() throws Exception {
    // A file where a folder is needed: nobody can write there, not even root.
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    String data = file.resolve("data").toString();
    String port = Integer.toString(FreePort.find());
    List<Running> all =
        List.of(
            programs.start("registry", port, "--data", data),
            programs.start("waitingtimeserver", port, "127.0.0.1", "9", "--data", data),
            programs.start("broker", port, "--data", data),
            programs.start("engine", "127.0.0.1", "9", "10", "127.0.0.1", "9", "--data", data),
            programs.start("watch", "127.0.0.1", "9", "--data", data),
            programs.start("park", "--headless", "--data", data));
    for (Running running : all) {
      assertEquals(1, running.awaitExit(LIMIT), running.said());
      assertTrue(running.said().contains(file.toString()), running.said());
      assertNoStackTrace(running);
    }
  }

  @ParameterizedTest
  @MethodSource("allPrograms")
  void helpAndVersionAreGiven(String program) throws Exception {
    Running help = run(program, List.of("--help"));
    Running version = run(program, List.of("--version"));
    assertAll(
        () -> assertEquals(0, help.awaitExit(LIMIT)),
        () -> assertTrue(help.said().contains("Usage: fwq " + program), help.said()),
        () -> assertTrue(help.said().contains("--kafka-config"), help.said()),
        () -> assertTrue(help.said().contains("--metrics"), help.said()),
        () -> assertEquals(0, version.awaitExit(LIMIT)),
        () -> assertTrue(version.said().contains("fwq 1."), version.said()));
  }

  static Stream<String> allPrograms() {
    return Stream.of(
        "registry", "waitingtimeserver", "sensor", "engine", "visitor", "broker", "park", "watch");
  }

  @Test
  void watchWithoutATerminalSaysWhatToGiveInstead() throws Exception {
    Running running = run("watch", List.of("127.0.0.1", "9"));
    assertEquals(1, running.awaitExit(LIMIT), running.said());
    assertTrue(running.said().contains("give --json"), running.said());
    assertNoStackTrace(running);
  }

  private Running run(String program, List<String> arguments) throws IOException {
    return programs.start(
        program,
        Stream.concat(arguments.stream(), Stream.of("--data", folder.resolve(program).toString()))
            .toArray(String[]::new));
  }

  private static void assertNoStackTrace(Running running) {
    assertFalse(running.said().contains("\tat "), running.said());
    assertFalse(running.said().contains("Exception"), running.said());
  }
}
