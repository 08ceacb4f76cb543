package fwq.park;

import fwq.common.programs.Installation;
import fwq.common.programs.ParkPart;
import fwq.common.programs.ProgramRow;
import fwq.kit.file.ScratchFolder;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what makes starts fast, a {@link fwq.common.programs.StartCache} for each program of a
 * park: opens a small park of its own for a moment, in which each program without one notes what it
 * loads.
 */
final class CacheMaker {
  private static final Logger LOG = LoggerFactory.getLogger(CacheMaker.class);

  /** A rehearsal takes half a minute, and at low priority beside a busy park some times as long. */
  private static final long MINUTES_MAX = 10;

  private static final int TERMINAL_SECONDS = 8;

  private final Installation installation;
  private final Stop stop;
  private final Path target;

  /**
   * A maker that has not begun.
   *
   * @param stop ends the making at once
   */
  CacheMaker(Installation installation, Stop stop) {
    this.installation = installation;
    this.stop = stop;
    this.target = installation.caches().getParent();
  }

  /** Whether there is something to make, and a place for it. */
  boolean isDue() {
    return Files.isWritable(target)
        && rows().stream().anyMatch(row -> !installation.cache(row).fits());
  }

  /** What a rehearsal, a park that was asked for nothing, starts, and {@code fwq park} itself. */
  private List<ProgramRow> rows() {
    return installation.table().rows().stream()
        .filter(
            row ->
                row.park().map(ParkPart::isUsual).orElse(false)
                    || row.main().equals(ParkMain.class.getName()))
        // Those that take longer come last: the others are ready by then.
        .sorted(Comparator.comparing(row -> row.front().isPresent()))
        .toList();
  }

  /**
   * Makes all that are missing or stale; false where somebody else is at it, or the end was
   * requested before.
   *
   * @param before what the programs' command is given to, such as {@code nice}
   */
  boolean make(List<String> before) throws IOException, InterruptedException {
    try (FileChannel file =
            FileChannel.open(
                target.resolve("aot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock == null) {
        return false;
      }
      // Whoever was ended by force has left it.
      Path folder = target.resolve("aot.new");
      ScratchFolder.delete(folder);
      try {
        return make(before, Files.createDirectory(folder));
      } finally {
        ScratchFolder.delete(folder);
      }
    }
  }

  /** Makes them while a park is open, which has precedence. Where that fails, all goes on. */
  void makeBeside() {
    try {
      boolean _ = make(List.of("nice", "-n", "19"));
    } catch (IOException e) {
      LOG.warn("what makes starts faster could not be made: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean make(List<String> before, Path folder) throws IOException, InterruptedException {
    Path begun = Files.createFile(folder.resolve("begun"));
    run(before, rehearsal(folder));
    boolean any = false;
    for (ProgramRow row : rows()) {
      if (row.front().isPresent() && !installation.cache(row).fits()) {
        run(before, atTerminal(row, folder));
      }
      Path made = made(folder, row);
      if (!stop.requested() && Files.exists(made) && Files.size(made) > 0) {
        installation.cache(row).replace(made, begun);
        any = true;
      }
    }
    return any;
  }

  private List<String> rehearsal(Path folder) {
    ProgramRow park =
        rows().stream()
            .filter(row -> row.main().equals(ParkMain.class.getName()))
            .findFirst()
            .orElseThrow();
    List<String> arguments =
        List.of(
            "--rehearse",
            folder.toString(),
            "--data",
            folder.resolve("data").toString(),
            "--minute",
            "500ms",
            "--parent",
            Long.toString(ProcessHandle.current().pid()));
    return installation.cache(park).fits()
        ? installation.start(park.command(), arguments)
        : installation.startRecording(park.command(), made(folder, park), arguments);
  }

  /**
   * As it is started by a guest at a terminal, who waits for the first screen: what a crowd loads,
   * for whom nobody waits, is something else. Where there is no tool that makes a terminal, the
   * crowd's remains.
   */
  private List<String> atTerminal(ProgramRow row, Path folder) {
    List<String> program =
        new ArrayList<>(List.of("timeout", "--foreground", Integer.toString(TERMINAL_SECONDS)));
    program.addAll(
        installation.startRecording(
            row.command(),
            made(folder, row),
            // Nobody is asked before the first screen, so nobody need be there.
            List.of(
                "127.0.0.1",
                "9",
                "127.0.0.1",
                "9",
                "--data",
                folder.resolve("data").toString(),
                "--parent",
                Long.toString(ProcessHandle.current().pid()))));
    String quoted =
        program.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    return List.of(
        "sh",
        "-c",
        "script --version 2>/dev/null | grep -q util-linux || exit 0;"
            + " TERM=xterm-256color exec script -qec \"$1\" /dev/null",
        "fwq",
        quoted);
  }

  private static Path made(Path folder, ProgramRow row) {
    return folder.resolve(row.fileName() + ".aot");
  }

  private void run(List<String> before, List<String> command)
      throws IOException, InterruptedException {
    if (stop.requested()) {
      return;
    }
    List<String> all = new ArrayList<>(before);
    all.addAll(Launcher.withoutCtrlC(command));
    Process process =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    stop.onRequest(() -> kill(process.toHandle()));
    if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
      kill(process.toHandle());
    }
  }

  /** What was said meanwhile. */
  Path log() {
    return target.resolve("cache.log");
  }

  /** They have nothing to lose, and would write for seconds if they were asked to end. */
  private static void kill(ProcessHandle process) {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
