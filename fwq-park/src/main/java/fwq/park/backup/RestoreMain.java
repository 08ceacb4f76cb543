package fwq.park.backup;

import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq restore}: puts a backup into an empty folder, for a park to open there. */
@Command(
    name = "fwq restore",
    description = "Puts what fwq backup has made into --data, which is empty or not there yet.",
    sortOptions = false)
public final class RestoreMain implements Program.Body {
  @Parameters(paramLabel = "DIR", description = "what fwq backup has made")
  private Path backup;

  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  RestoreMain() {}

  /** Restores it. */
  public static void main(String[] args) {
    Program.main(new RestoreMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure {
    options.stopWithParent();
    Path data = options.data().toAbsolutePath().normalize();
    EmptyFolder.check(
        data,
        "close its park with fwq stop and move the folder away, or restore into another with"
            + " --data DIR");
    try {
      int files = Restoring.restore(backup.toAbsolutePath().normalize(), data).size();
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%d files are in %s%n", files, data);
      out.println(
          "open the park there; it begins with an empty broker's log, unless you move the folder"
              + " broker of another into it first");
    } catch (IOException e) {
      throw new Failure(EmptyFolder.reason(e), e);
    }
  }
}
