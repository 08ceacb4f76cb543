package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.kit.net.FreePort;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as its operator meets it. */
@Timeout(240)
final class RegistryProgramTest {
  @TempDir private Path folder;

  /** What running it in this JVM came to. */
  private record Outcome(int code, String err) {}

  @Test
  void withoutPortItShowsItsUsage() {
    Outcome outcome = run();
    assertEquals(Program.BAD_USAGE, outcome.code());
    assertTrue(outcome.err().contains("Usage: fwq registry"), outcome.err());
  }

  @Test
  void wordForAPortIsBadUsage() {
    Outcome outcome = run("five");
    assertEquals(Program.BAD_USAGE, outcome.code());
    assertTrue(outcome.err().contains("a port is a number from 1 to 65535"), outcome.err());
  }

  @Test
  void takenPortIsOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertFails(taken.getLocalPort() + " cannot be had", "" + taken.getLocalPort());
    }
  }

  @Test
  void dataThatCannotBeWrittenIsOneSentence() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertFails("--data DIR", "1", "--data", file.resolve("data").toString());
  }

  @Test
  void damagedAccountsAreOneSentence() throws Exception {
    Files.writeString(folder.resolve("visitors.db"), "this is not a database. ".repeat(1_000));
    assertFails("damaged", "1");
  }

  @Test
  void damagedSecretIsOneSentence() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "short");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    assertFails("does not hold 32 bytes", "1");
  }

  @Test
  void secretThatOthersCanReadIsOneSentence() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "anything");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    assertFails("say chmod 600 " + secret, "1");
  }

  @Test
  void damagedKeyIsOneSentence() throws Exception {
    Path key = Files.writeString(folder.resolve("registry.key"), "short");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertFails("does not hold an EC key pair", "1");
  }

  @Test
  void keyThatOthersCanReadIsOneSentence() throws Exception {
    Path key = Files.writeString(folder.resolve("registry.key"), "anything");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertFails("can be read or written by others", "1");
  }

  @Test
  void keyThatIsALinkIsOneSentence() throws Exception {
    Files.createSymbolicLink(folder.resolve("registry.key"), folder.resolve("elsewhere"));
    assertFails("is a link or a folder", "1");
  }

  @Test
  void hostThatIsNoneIsBadUsage() {
    Outcome outcome = run("1", "--host", "not a host", "--data", folder.toString());
    assertEquals(Program.BAD_USAGE, outcome.code());
    assertTrue(
        outcome.err().contains("a name or an IP address is wanted, such as park.example.org"),
        outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/s", "1001/s", "5", "five/s", "-1/s", "5/m", ""})
  void rateThatIsNoneIsBadUsage(String rate) {
    Outcome outcome = run("1", "--rate", rate, "--data", folder.toString());
    assertEquals(Program.BAD_USAGE, outcome.code());
    assertTrue(outcome.err().contains("1/s to 1000/s, such as 5/s, got '" + rate), outcome.err());
  }

  @Test
  void withoutTlsItWarnsOnceInOneSentenceAndNeedsNoKey() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    int code;
    try (PrintStream catching = new PrintStream(logged, true, StandardCharsets.UTF_8)) {
      System.setErr(catching);
      code = run("" + FreePort.find(), "--plaintext", "--data", folder.toString()).code();
    } finally {
      System.setErr(before);
    }
    List<String> lines = logged.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(Program.OK, code);
    assertEquals(1, lines.stream().filter(line -> line.contains("teaching only")).count());
    assertFalse(Files.exists(folder.resolve("registry.key")));
  }

  /** At the most talkative log level, with everything sent that could be given away. */
  @Test
  void noPasswordTicketOrKeyIsLoggedOrStoredAndASignalEndsItCleanly() throws Exception {
    int port = FreePort.find();
    Path log = folder.resolve("log");
    Path data = folder.resolve("data");
    Process registry =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-Dfwq.home=" + System.getProperty("fwq.home"),
                "-cp",
                System.getProperty("java.class.path"),
                RegistryMain.class.getName(),
                Integer.toString(port),
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    List<String> secrets;
    try {
      secrets = talk(port, data.resolve("registry.crt"), registry);
    } finally {
      registry.destroy();
    }
    assertTrue(registry.waitFor(5, TimeUnit.SECONDS), "it closes in time");
    String said = Files.readString(log);
    assertEquals(Program.OK, registry.exitValue(), said);
    assertTrue(said.contains("registry listens on port " + port), said);
    assertTrue(said.contains("DEBUG"), "all is logged that can be: " + said);
    List<String> audit = new ArrayList<>(Files.readAllLines(data.resolve("audit/registry.jsonl")));
    audit.addAll(Files.readAllLines(data.resolve("audit/registry-refused.jsonl")));
    assertEquals(7, audit.size(), () -> String.join("\n", audit));
    assertFalse((said + audit).contains("pepe@"), "an email address is noted");
    String key = Files.readAllLines(data.resolve("registry.key")).get(1);
    assertFalse(said.contains(key), "the private key is in the log");
    for (String secret : secrets) {
      assertFalse(said.contains(secret), "in the log: " + secret);
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
          assertFalse(bytes.contains(secret), "in " + file + ": " + secret);
        }
      }
    }
  }

  /** Says all there is to say, and gives what must be found nowhere. */
  private static List<String> talk(int port, Path certificate, Process registry) throws Exception {
    try (Guest guest = connect(port, certificate, registry)) {
      guest.mustRegister("ana");
      LoggedIn login = guest.mustLogin("ana");
      assertInstanceOf(Done.class, guest.changePassword(login.ticket(), "a second password"));
      guest.login("ana", "a wrong password");
      guest.login("a password for an alias", "a wrong password");
      guest.register("Ana", "Ana", "ana@example.org", "a rival's password");
      guest.register("bob", "", "bob@example.org", "an early password");
      String broken = "{\"type\":\"login\",\"password\":\"a broken password\",}";
      guest.send(Guest.frame(broken.getBytes(StandardCharsets.UTF_8)));
      assertTrue(guest.receive().isPresent());
      return List.of(
          Guest.PASSWORD,
          "a second password",
          "a wrong password",
          "a password for an alias",
          "a rival's password",
          "an early password",
          "a broken password",
          login.ticket().reveal(),
          login.sessionKey().reveal());
    }
  }

  private static Guest connect(int port, Path certificate, Process registry) throws Exception {
    while (true) {
      try {
        return new Guest(Tls.connect(port, certificate, "TLSv1.3"));
      } catch (java.net.ConnectException | NoSuchFileException e) {
        assertFalse(registry.waitFor(50, TimeUnit.MILLISECONDS), "it ended before it listened");
      }
    }
  }

  private void assertFails(String why, String... args) {
    String[] all = Stream.concat(Stream.of(args), data(args)).toArray(String[]::new);
    Outcome outcome = run(all);
    assertEquals(Program.FAILED, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(why), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
  }

  private Stream<String> data(String... args) {
    return List.of(args).contains("--data")
        ? Stream.empty()
        : Stream.of("--data", folder.toString());
  }

  private static Outcome run(String... args) {
    StringWriter err = new StringWriter();
    Stop stop = new Stop();
    stop.request();
    int code =
        Program.run(
            new RegistryMain(),
            stop,
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true),
            args);
    return new Outcome(code, err.toString());
  }
}
