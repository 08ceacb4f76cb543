package fwq.park;

import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fwq stop}: closes a park that runs somewhere else on this machine. */
@Command(
    name = "fwq stop",
    description = "Closes the park that was started with this --data.",
    sortOptions = false)
public final class StopMain implements Program.Body {
  private static final long SECONDS_MAX = 6;

  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  private StopMain() {}

  /** Closes it. */
  public static void main(String[] args) {
    Program.main(new StopMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    ProcessHandle park =
        park().orElseThrow(() -> new Failure("no park runs with its data in " + options.data()));
    park.destroy();
    try {
      var _ = park.onExit().get(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Failure("the park (process " + park.pid() + ") does not close", e);
    }
    spec.commandLine().getOut().println("the park is closed");
  }

  /** The process that has noted its number there, unless that is another's by now. */
  private Optional<ProcessHandle> park() {
    Path file = options.data().resolve(DataFolder.PROCESS);
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
          .filter(it -> it.info().commandLine().orElse("").contains(ParkMain.class.getName()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
