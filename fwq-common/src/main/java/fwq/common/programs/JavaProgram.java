package fwq.common.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A program of FWQ as others start it, as {@code scripts/fwq} does: in a JVM like this one, with
 * the program's own options and with what {@code fwq cache} has kept of earlier starts.
 */
public enum JavaProgram {
  BROKER("broker", "fwq-broker", "fwq.broker.BrokerMain"),
  REGISTRY("registry", "fwq-registry", "fwq.registry.RegistryMain"),
  WAITING_TIME_SERVER(
      "waitingtimeserver", "fwq-waitingtimeserver", "fwq.waitingtime.WaitingTimeServerMain"),
  SENSOR("sensor", "fwq-sensor", "fwq.sensor.SensorMain"),
  ENGINE("engine", "fwq-engine", "fwq.engine.EngineMain"),
  VISITOR("visitor", "fwq-visitor", "fwq.visitor.VisitorMain"),
  WATCH("watch", "fwq-operator", "fwq.operator.watch.WatchMain"),
  JOURNAL("journal", "fwq-journal", "fwq.journal.JournalMain"),
  PARK("park", "fwq-park", "fwq.park.ParkMain");

  private final String command;
  private final String jar;
  private final String main;

  JavaProgram(String command, String jar, String main) {
    this.command = command;
    this.jar = jar;
    this.main = main;
  }

  /** The program that is called so on the command line. */
  public static JavaProgram of(String command) {
    return Arrays.stream(values())
        .filter(program -> program.command.equals(command))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no program " + command));
  }

  /** As it is called on the command line: {@code scripts/fwq} and this. */
  public String command() {
    return command;
  }

  /**
   * How to start it.
   *
   * @param home the project's folder, which has {@code target/lib} and {@code scripts/jvm}
   */
  public List<String> start(Path home, List<String> arguments) {
    Path cache = home.resolve("target/aot").resolve(command + ".aot");
    // A JVM does without the JDK's own cache, too, when it is told of one that is missing or stale.
    return isNewer(cache, jar(home))
        ? line(home, List.of("-XX:AOTCache=" + cache), arguments)
        : line(home, List.of(), arguments);
  }

  /**
   * How to start it so that, when it ends, it keeps what makes its next start fast.
   *
   * @param caches the folder for that, a file for each program
   */
  public List<String> startRecording(Path home, Path caches, List<String> arguments) {
    String cache = caches.resolve(command + ".aot").toString();
    return line(home, List.of("-XX:AOTCacheOutput=" + cache), arguments);
  }

  private Path jar(Path home) {
    return home.resolve("target/lib").resolve(jar + ".jar");
  }

  private List<String> line(Path home, List<String> cache, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("@" + home.resolve("scripts/jvm").resolve(command + ".args"));
    line.addAll(cache);
    line.add("-Dfwq.home=" + home);
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("-cp");
    line.add(jar(home).toString());
    line.add(main);
    line.addAll(arguments);
    return line;
  }

  private static boolean isNewer(Path file, Path other) {
    try {
      return Files.exists(file)
          && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) > 0;
    } catch (IOException e) {
      // Without it all works, too.
      return false;
    }
  }
}
