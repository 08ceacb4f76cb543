package fwq.park;

import fwq.common.programs.JavaProgram;
import fwq.park.Plan.Component;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Starts programs of FWQ, each in a JVM like this one, whose words go to a file of its own. */
final class Launcher {
  private static final long LOG_BYTES_MAX = 5_000_000;

  private final Path logs;
  private final BiFunction<JavaProgram, List<String>, List<String>> commands;

  private Launcher(Path logs, BiFunction<JavaProgram, List<String>, List<String>> commands) {
    this.logs = logs;
    this.commands = commands;
  }

  /**
   * Starts programs.
   *
   * @param home the project's folder, which has {@code target/lib} and {@code scripts/jvm}
   * @param logs where the programs' words go
   */
  static Launcher of(Path home, Path logs) {
    return new Launcher(logs, (program, arguments) -> program.start(home, arguments));
  }

  /**
   * Starts programs that keep, when they end, what makes their next start fast.
   *
   * @param caches the folder for it, a file for each program
   */
  static Launcher recording(Path home, Path logs, Path caches) {
    return new Launcher(
        logs, (program, arguments) -> program.startRecording(home, caches, arguments));
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
    List<String> arguments = new ArrayList<>(component.arguments());
    arguments.addAll(List.of("--parent", Long.toString(ProcessHandle.current().pid())));
    return commands.apply(component.program(), arguments);
  }
}
