package fwq.park.backup;

import fwq.kit.file.OwnerOnly;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.park.backup.DataFiles.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq backup}: copies a park's folder while it is open. */
@Command(
    name = "fwq backup",
    description =
        "Copies all that a park has in --data but the broker's log, whether the park runs or not.",
    sortOptions = false)
public final class BackupMain implements Program.Body {
  @Parameters(
      paramLabel = "DIR",
      description = "where the copy is made: a folder that is not there yet, or is empty")
  private Path to;

  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  BackupMain() {}

  /** Makes it. */
  public static void main(String[] args) {
    Program.main(new BackupMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure {
    options.stopWithParent();
    Path data = options.data().toAbsolutePath().normalize();
    Path copy = to.toAbsolutePath().normalize();
    if (!Files.isDirectory(data)) {
      throw new Failure("there is no folder " + data + "; give the park's with --data DIR");
    }
    if (copy.startsWith(data)) {
      throw new Failure(
          copy + " is in the park's own folder, and so would be in the next backup; give another");
    }
    EmptyFolder.check(copy, "a backup is made in a new folder, such as " + copy + "-2");
    try {
      OwnerOnly.folder(copy);
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
      tell(new Backup(data, copy).make(), data, copy);
    } catch (DatabaseException | IOException e) {
      throw new Failure(
          "no backup was made: "
              + EmptyFolder.reason(e)
              + "; mend that, delete what is in "
              + copy
              + ", and make it anew",
          e);
    }
  }

  private void tell(DataFiles made, Path data, Path copy) {
    long databases = made.kinds().values().stream().filter(Kind.DATABASE::equals).count();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%d files of %s are in %s, %d of them databases%n",
        made.kinds().size(), data, copy, databases);
    out.println("the broker's log is not; the park's secrets are, so let nobody else read it");
    out.println("fwq restore " + copy + " --data DIR puts all of it into an empty folder");
  }
}
