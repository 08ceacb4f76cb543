package fwq.common.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder that FWQ is in, with its table of programs, its jars, and what makes starts fast. It
 * starts a program just as {@code scripts/fwq} does.
 *
 * @param home the project's folder, or that of the image
 */
public record Installation(Path home, ProgramTable table) {
  /** The one that this program is part of. */
  public static Installation here() {
    Path home = Path.of(System.getProperty("fwq.home", ".")).toAbsolutePath();
    Path file = home.resolve("scripts/programs");
    try {
      return new Installation(home, ProgramTable.parse(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("the table of programs cannot be read: " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the table of programs " + file + ": " + e.getMessage(), e);
    }
  }

  /** How to start the program of this command. */
  public List<String> start(String command, List<String> arguments) {
    ProgramRow row = table.row(command);
    StartCache cache = cache(row);
    // A JVM does without the JDK's own cache, too, when it is told of one that is missing or stale.
    return line(row, cache.fits() ? List.of("-XX:AOTCache=" + cache.file()) : List.of(), arguments);
  }

  /**
   * How to start it so that, when it ends, it keeps what makes its next start fast.
   *
   * @param cache the file for that
   */
  public List<String> startRecording(String command, Path cache, List<String> arguments) {
    return line(table.row(command), List.of("-XX:AOTCacheOutput=" + cache), arguments);
  }

  /** What makes a program's next start fast, if it is there. */
  public StartCache cache(ProgramRow row) {
    return new StartCache(caches().resolve(row.fileName() + ".aot"), jar(row));
  }

  /** The folder of all of those. */
  public Path caches() {
    return home.resolve("target/aot");
  }

  private Path jar(ProgramRow row) {
    // Tools are packed with the tests that they stand among.
    return row.tool()
        ? home.resolve("target/tools").resolve(row.module() + "-tests.jar")
        : home.resolve("target/lib").resolve(row.module() + ".jar");
  }

  private List<String> line(ProgramRow row, List<String> cache, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add(options("all"));
    row.jvm().forEach(word -> line.add(word.startsWith("-") ? word : options(word)));
    line.addAll(cache);
    line.add("-Dfwq.home=" + home);
    line.add("-cp");
    line.add(jar(row).toString());
    line.add(row.main());
    line.addAll(arguments);
    return line;
  }

  private String options(String name) {
    return "@" + home.resolve("scripts/jvm").resolve(name + ".args");
  }
}
