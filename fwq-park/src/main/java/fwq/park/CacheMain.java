package fwq.park;

import fwq.common.programs.Installation;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fwq cache}: makes every program start faster, as the first park does by itself. */
@Command(
    name = "fwq cache",
    description = "Makes what is missing or stale of what makes every program start faster.",
    sortOptions = false)
public final class CacheMain implements Program.Body {
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  private CacheMain() {}

  /** Makes the caches. */
  public static void main(String[] args) {
    Program.main(new CacheMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure, InterruptedException {
    options.stopWithParent();
    CacheMaker maker = new CacheMaker(Installation.here(), stop);
    if (!maker.isDue()) {
      return;
    }
    long began = System.nanoTime();
    try {
      if (!maker.make(List.of()) && !stop.requested()) {
        throw new Failure(
            "the caches could not be made, or are being made by another; all works without them."
                + " What was said is in "
                + maker.log());
      }
    } catch (IOException e) {
      throw new Failure("the caches could not be made: " + e.getMessage(), e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    spec.commandLine().getOut().println("caches made in " + took.toSeconds() + " s");
  }
}
