package fwq.park;

import fwq.common.park.RideTable;
import fwq.kit.file.ScratchFolder;
import fwq.kit.net.FreePort;
import fwq.kit.program.Failure;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code fwq cache}: opens a small park of its own for a moment, in which each program notes which
 * classes it loads and keeps them ready for its next start (an ahead-of-time cache, JEP 514).
 */
@Command(
    name = "fwq cache",
    description = "Makes every program start faster. To be run again after a build.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class CacheMain implements Program.Body {
  /** The crowd starts, logs in and takes some steps. */
  private static final Duration WALK = Duration.ofSeconds(7);

  /** A program writes its cache when it ends; all of them at once take a while. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Parameters(paramLabel = "<folder>", description = "for the caches")
  private Path folder;

  private CacheMain() {}

  /** Makes the caches. */
  public static void main(String[] args) {
    Program.main(new CacheMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure, InterruptedException {
    Path home = Path.of(System.getProperty("fwq.home", ".")).toAbsolutePath();
    try (ScratchFolder scratch = new ScratchFolder("fwq-cache")) {
      Path data = scratch.path();
      Path logs = Files.createDirectory(data.resolve("logs"));
      Launcher launcher = Launcher.recording(home, logs, folder.toAbsolutePath());
      PrintWriter nobody = new PrintWriter(Writer.nullWriter());
      // Nobody's words but a failure's matter here, and a failure shows in the caches.
      boolean _ = new OpenPark(small(data), launcher, nobody, true, stop).rehearse(WALK, PATIENCE);
    } catch (IOException e) {
      throw new Failure("the caches could not be made: " + e.getMessage(), e);
    }
  }

  /** One sensor, since two would write the same cache. */
  private static Plan small(Path data) throws IOException {
    return new Plan(
        data,
        new Port(FreePort.find()),
        new Port(FreePort.find()),
        new Port(FreePort.find()),
        List.of(RideTable.DEFAULT.getFirst()),
        Optional.empty(),
        Optional.empty(),
        1,
        8,
        100,
        "500ms",
        Optional.empty(),
        false);
  }
}
