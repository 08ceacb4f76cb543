package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fwq.kit.net.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal is as it was, however a client that was started with {@code scripts/fwq} ends. */
class TerminalGivenBackTest {
  private static final Path HOME = Path.of(System.getProperty("fwq.home"));
  private static final String SETTINGS = "#{alternate_on} #{cursor_flag} #{mouse_any_flag}";
  private static final String OURS = "0 1 0";

  @TempDir private Path folder;
  private TmuxTerminal terminal;
  private Path temporary;
  private String before;
  private int commands;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(TmuxTerminal.isInstalled(), "tmux is not installed: install it to have this");
    temporary = Files.createDirectory(folder.resolve("temporary"));
    // A copy of the script without sources has nothing to build.
    Path target = Files.createDirectories(folder.resolve("home/target"));
    Files.createSymbolicLink(target.resolve("lib"), HOME.resolve("target/lib"));
    Path scripts = Files.createDirectory(folder.resolve("home/scripts"));
    Files.createSymbolicLink(scripts.resolve("jvm"), HOME.resolve("scripts/jvm"));
    for (String file : List.of("fwq", "programs", "terminal")) {
      Files.copy(HOME.resolve("scripts").resolve(file), scripts.resolve(file));
    }
    terminal =
        new TmuxTerminal(folder, 80, 24, "cd " + folder + "\nPS1='ready ' ENV= exec sh -i\n");
    terminal.await("ready");
    before = settings();
  }

  @AfterEach
  void close() throws Exception {
    if (terminal != null) {
      terminal.close();
      // Not for the test framework to follow.
      Files.delete(folder.resolve("home/target/lib"));
      Files.delete(folder.resolve("home/scripts/jvm"));
    }
  }

  @Test
  void afterResizesAPauseAndCtrlC() throws Exception {
    start();
    for (int round = 0; round < 30; round++) {
      terminal.resize(60 + 7 * (round % 9), 16 + round);
    }
    terminal.resize(80, 24);
    awaitForms();
    terminal.press("C-z");
    terminal.await("Stopped");
    assertEquals(OURS, terminal.ask(SETTINGS));
    assertEquals(before, settings());
    run("fg");
    awaitForms();
    terminal.type("ana");
    terminal.await("Username         ana");
    terminal.press("C-c");
    assertGivenBack(0);
  }

  @Test
  void afterASignalToEnd() throws Exception {
    start();
    assertTrue(client().destroy());
    assertGivenBack(0);
  }

  @Test
  void afterTheClientWasKilledAndNothingIsLeftBehind() throws Exception {
    start();
    assertTrue(client().destroyForcibly());
    assertGivenBack(137);
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.filter(it -> !it.endsWith("hsperfdata_" + user())).toList());
    }
  }

  private static String user() {
    return System.getProperty("user.name");
  }

  private void start() throws Exception {
    run(
        "JAVA_HOME="
            + System.getProperty("java.home")
            + " JDK_JAVA_OPTIONS=-Djava.io.tmpdir="
            + temporary
            + " LC_ALL=C.UTF-8 home/scripts/fwq visitor 127.0.0.1 "
            + FreePort.find()
            + " 127.0.0.1 "
            + FreePort.find()
            + " --lang en --data data");
    awaitForms();
    assertEquals("1 1 1", terminal.ask(SETTINGS));
  }

  private void awaitForms() throws Exception {
    terminal.await(
        "both forms",
        screen ->
            screen.contains("  Log in                                   Create an account")
                && screen.lines().skip(23).anyMatch(last -> last.contains("Ctrl-C quit")));
  }

  private void assertGivenBack(int code) throws Exception {
    terminal.await("the end of the script", _ -> shell().descendants().findAny().isEmpty());
    assertEquals(OURS, terminal.ask(SETTINGS));
    run("echo ended with $?");
    terminal.await("ended with " + code);
    assertEquals(before, settings());
  }

  private ProcessHandle client() {
    return shell()
        .descendants()
        .filter(it -> it.info().command().filter(said -> said.endsWith("java")).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private ProcessHandle shell() {
    try {
      return ProcessHandle.of(Long.parseLong(terminal.ask("#{pane_pid}"))).orElseThrow();
    } catch (Exception e) {
      throw new IllegalStateException("the terminal's shell is gone", e);
    }
  }

  /** What {@code stty -a} says now. */
  private String settings() throws Exception {
    Path file = folder.resolve("settings-" + commands++);
    run("stty -a > part && mv part " + file);
    terminal.await("stty's answer", _ -> Files.exists(file));
    return Files.readString(file);
  }

  private void run(String command) throws Exception {
    terminal.type(command);
    terminal.press("Enter");
  }
}
