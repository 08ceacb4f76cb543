package fwq.park;

import fwq.park.Plan.Component;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Starts programs of FWQ, each in a JVM like this one, whose words go to a file of its own. */
final class Launcher {
  private static final long LOG_BYTES_MAX = 5_000_000;

  private final Path home;
  private final Path logs;

  /**
   * A launcher.
   *
   * @param home the project's folder, which has {@code target/lib} and {@code scripts/jvm}
   * @param logs where the programs' words go
   */
  Launcher(Path home, Path logs) {
    this.home = home;
    this.logs = logs;
  }

  /** Starts a program in the background. */
  Process start(Component component) throws IOException {
    Path log = logs.resolve(component.name().replace(' ', '-') + ".log");
    if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    // Ctrl-C reaches every process of the terminal, but the order of closing is ours: the programs
    // ignore it and go by our word, or by our absence.
    List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "fwq"));
    command.addAll(java(component));
    return new ProcessBuilder(command)
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Starts a program that has the terminal to itself. */
  Process startInFront(Component component) throws IOException {
    return new ProcessBuilder(java(component)).inheritIO().start();
  }

  private List<String> java(Component component) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + home.resolve("scripts/jvm").resolve(component.jvm() + ".args"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(home.resolve("target/lib").resolve(component.jar() + ".jar").toString());
    command.add(component.main());
    command.addAll(component.arguments());
    command.add("--parent");
    command.add(Long.toString(ProcessHandle.current().pid()));
    return command;
  }
}
