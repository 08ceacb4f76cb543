package fwq.park;

import fwq.common.programs.Installation;
import fwq.park.Plan.Component;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts programs of FWQ, each in a JVM like this one, whose words go to a file of its own. */
final class Launcher {
  private static final long LOG_BYTES_MAX = 5_000_000;

  /** Enough for a stack trace and what is before it. */
  private static final int LAST_WORDS_BYTES = 16_384;

  private final Installation installation;
  private final Path logs;
  private final Optional<Path> caches;

  /**
   * Starts programs.
   *
   * @param logs where the programs' words go
   * @param caches the folder where those whose start is slow keep, when they end, what makes the
   *     next one fast; nothing for a park that does not do so
   */
  Launcher(Installation installation, Path logs, Optional<Path> caches) {
    this.installation = installation;
    this.logs = logs;
    this.caches = caches;
  }

  /** Starts a program in the background. */
  Process start(Component component) throws IOException {
    Path log = log(component);
    if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return new ProcessBuilder(withoutCtrlC(java(component)))
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Where a program's words go. */
  Path log(Component component) {
    return logs.resolve(component.name().replace(' ', '-') + ".log");
  }

  /** The last lines that a program wrote; none where they cannot be read. */
  List<String> lastWords(Component component) {
    try (RandomAccessFile file = new RandomAccessFile(log(component).toFile(), "r")) {
      long from = Math.max(0, file.length() - LAST_WORDS_BYTES);
      byte[] end = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(end);
      return new String(end, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * The command, but so that it ignores Ctrl-C: that reaches every process of the terminal, but the
   * order of closing is ours, and the programs go by our word, or by our absence.
   */
  static List<String> withoutCtrlC(List<String> command) {
    List<String> all = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "fwq"));
    all.addAll(command);
    return all;
  }

  /** Starts a program that has the terminal to itself. */
  Process startInFront(Component component) throws IOException {
    return new ProcessBuilder(java(component)).inheritIO().start();
  }

  private List<String> java(Component component) {
    List<String> arguments = new ArrayList<>(component.arguments());
    arguments.addAll(List.of("--parent", Long.toString(ProcessHandle.current().pid())));
    String command = component.row().command();
    return caches
        .filter(_ -> !installation.cache(component.row()).fits())
        .map(folder -> folder.resolve(component.row().fileName() + ".aot"))
        .map(cache -> installation.startRecording(command, cache, arguments))
        .orElseGet(() -> installation.start(command, arguments));
  }
}
