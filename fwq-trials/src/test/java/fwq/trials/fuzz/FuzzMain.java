package fwq.trials.fuzz;

import fwq.kit.file.ScratchFolder;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Feeds what parses bytes from outside with inputs that Jazzer finds by looking which of them reach
 * new code, beginning with the test vectors.
 */
@Command(
    name = "fwq fuzz",
    description =
        "Searches for bytes that a reader of messages cannot stand: exit code 0 when none was"
            + " found, 1 when one was, which is then kept.")
public final class FuzzMain implements Program.Body {
  private static final int INPUT_BYTES_MAX = 4_096;
  private static final int GRACE_SECONDS = 60;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "how long (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private int seconds;

  private FuzzMain() {}

  /** Runs the search. */
  public static void main(String[] args) {
    Program.main(new FuzzMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    List<String> seeds = goldenVectors(Path.of(System.getProperty("fwq.home")));
    try (ScratchFolder folder = new ScratchFolder("fwq-fuzz")) {
      if (!findsNothing(folder.path(), seeds, stop)) {
        throw new Failure("a reader failed; the input and the trace are in " + folder.keep());
      }
    }
  }

  /** The folders of all conversations' golden vectors. */
  private static List<String> goldenVectors(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(path -> path.endsWith("vectors") && path.toString().contains("/src/test/"))
          .map(Path::toString)
          .toList();
    }
  }

  private boolean findsNothing(Path work, List<String> seeds, Stop stop)
      throws IOException, InterruptedException {
    Path corpus = Files.createDirectory(work.resolve("corpus"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + CodecTarget.class.getName(),
                "--instrumentation_includes=fwq.**",
                "-max_total_time=" + seconds,
                "-max_len=" + INPUT_BYTES_MAX,
                "-print_final_stats=1",
                corpus.toString()));
    command.addAll(seeds);
    Process jazzer = new ProcessBuilder(command).directory(work.toFile()).inheritIO().start();
    var _ = stop.signal().thenRun(jazzer::destroy);
    if (!jazzer.waitFor((long) seconds + GRACE_SECONDS, TimeUnit.SECONDS)) {
      jazzer.destroyForcibly();
    }
    return jazzer.waitFor() == 0 || stop.requested();
  }
}
