package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fwq.kit.net.FreePort;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A guest before a real terminal, from the first login to the last Ctrl-C. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TerminalTest {
  /** What was seen, for whoever wants to look at it. */
  private static final Path SCREENS = Path.of("target/screens");

  private final Programs programs = new Programs();
  private Running park;
  private Path before;
  private Path paused;
  private Path after;
  private TmuxTerminal terminal;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    assumeTrue(
        TmuxTerminal.isInstalled(),
        "tmux is not installed, so nobody looks at the terminal client: install tmux to have this");
    String brokerPort = Integer.toString(FreePort.find());
    String registryPort = Integer.toString(FreePort.find());
    park =
        programs.start(
            "park",
            "--headless",
            "--crowd",
            "4",
            "--data",
            folder.resolve("park").toString(),
            "--broker-port",
            brokerPort,
            "--registry-port",
            registryPort,
            "--web-port",
            "0",
            "--wts-port",
            Integer.toString(FreePort.find()));
    park.awaitLine("park is open", Programs.PATIENCE);
    before = folder.resolve("before");
    paused = folder.resolve("paused");
    after = folder.resolve("after");
    List<String> visitor =
        Programs.command(
            "visitor",
            "127.0.0.1",
            registryPort,
            "127.0.0.1",
            brokerPort,
            "--minute",
            "200ms",
            "--lang",
            "en",
            "--data",
            folder.resolve("visitor").toString(),
            "--known-hosts",
            folder.resolve("known_hosts").toString());
    String script =
        "set -m\nstty -a > "
            + quoted(before.toString())
            + "\nLC_ALL=C.UTF-8 "
            + visitor.stream().map(TerminalTest::quoted).collect(Collectors.joining(" "))
            // What follows is for when the client stops for a while.
            + "\nstty -a > "
            + quoted(paused.toString())
            + "\necho paused\nread _\nfg\necho ended with $?\nstty -a > "
            + quoted(after.toString())
            + "\n";
    Files.createDirectories(SCREENS);
    terminal = new TmuxTerminal(folder, 80, 24, script);
  }

  @AfterAll
  void close() throws Exception {
    if (terminal != null) {
      terminal.close();
    }
    programs.close();
  }

  @Test
  @Order(1)
  void guestRegistersWithTheKeyboard() throws Exception {
    keep("login", terminal.await("Create an account"));
    terminal.press("Tab", "Tab");
    terminal.type("ana");
    terminal.press("Tab");
    terminal.type("Ana");
    terminal.press("Tab");
    terminal.type("ana at example.org");
    terminal.press("Tab", "Tab");
    terminal.type("correct horse");
    terminal.press("Tab");
    terminal.type("correct horse");
    terminal.press("Enter");
    keep("error", terminal.await("An email address is"));
    terminal.press("C-u");
    terminal.type("ana@example.org");
    terminal.press("Tab", "Tab");
    terminal.type("correct horse");
    terminal.press("Tab");
    terminal.type("correct horse");
    terminal.press("Enter");
    keep("menu", terminal.await("Welcome to the park, ana."));
  }

  @Test
  @Order(2)
  void guestEntersAndWalksToARideByItself() throws Exception {
    terminal.press("e");
    terminal.await("registry ✓ broker ✓ engine ✓");
    terminal.await("ana · 5 of 1,000 inside");
    terminal.press("3");
    keep("park-walking", terminal.await("Walking to Roller Coaster: there in"));
    terminal.press("1");
    keep("park", terminal.await("Waiting at Carousel: riding in"));
  }

  @Test
  @Order(3)
  void alertIsSetAndComes() throws Exception {
    terminal.press("w");
    terminal.type("999");
    keep("alert-question", terminal.await("falls below  999"));
    terminal.press("Enter");
    keep("alert", terminal.await("Now! Carousel is down to"));
  }

  @Test
  @Order(4)
  void helpComesAndGoesAndEverySizeFits() throws Exception {
    terminal.press("?");
    keep("help", terminal.await("walk to this ride by yourself"));
    terminal.press("q");
    for (int columns = 60; columns < 160; columns += 20) {
      terminal.resize(columns, 24 + columns / 10);
    }
    terminal.resize(160, 50);
    keep("park-160x50", terminal.await("riding in"));
    terminal.resize(40, 12);
    terminal.await("This window is too small");
    terminal.resize(80, 24);
    terminal.await("Waiting at Carousel: riding in");
  }

  @Test
  @Order(5)
  void pauseGivesTheTerminalBackAndAllGoesOnAfterwards() throws Exception {
    terminal.press("C-z");
    terminal.await("paused");
    assertEquals(Files.readString(before), Files.readString(paused));
    terminal.press("Enter");
    terminal.await("registry ✓ broker ✓ engine ✓");
  }

  @Test
  @Order(6)
  void absenceOfTheEngineIsToldAndItsDeathSurvived() throws Exception {
    ProcessHandle engine = child("EngineMain");
    signal("STOP", engine);
    keep("engine-away", terminal.await("The engine is away; your place is kept"));
    engine.destroyForcibly();
    terminal.await("The engine is back.");
    terminal.await("Waiting at Carousel: riding in");
  }

  @Test
  @Order(7)
  void guestRidesLeavesLogsOutAndTheTerminalIsAsItWas() throws Exception {
    terminal.press("a");
    keep("riding", terminal.await("Riding "));
    terminal.press("q");
    terminal.await("You have left the park.");
    terminal.press("l");
    terminal.await("You are logged out.");
    terminal.press("C-c");
    String last = terminal.await("ended with 0");
    assertFalse(last.contains("registry"), last);
    terminal.await("the script's end", screen -> Files.exists(after));
    assertEquals(Files.readString(before), Files.readString(after));
    assertTrue(park.handle().isAlive());
  }

  private static void keep(String name, String screen) throws Exception {
    Files.writeString(SCREENS.resolve(name + ".txt"), screen);
  }

  private ProcessHandle child(String argument) {
    return park.handle()
        .descendants()
        .filter(process -> said(process).contains(argument))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no process with " + argument));
  }

  private static String said(ProcessHandle process) {
    return process.info().arguments().map(all -> String.join(" ", all)).orElse("");
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    assertEquals(
        0, new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor());
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
