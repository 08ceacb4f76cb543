package fwq.visitor.account;

import fwq.common.talk.registry.AccountJson;
import fwq.common.talk.registry.RegistryReply.Exported;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.file.OwnerOnly;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq account export}: takes a guest's data along. */
@Command(
    name = "fwq account export",
    description =
        "Writes all that the registry knows of a guest, but the password, which nobody has, as"
            + " JSON.")
public final class ExportMain implements Program.Body {
  @Parameters(paramLabel = "FILE", description = "a new file, which is made of mode 600")
  private Path file;

  @Mixin private AccountOptions account;
  @Spec private CommandSpec spec;

  ExportMain() {}

  /** Writes it. */
  public static void main(String[] args) {
    Program.main(new ExportMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure {
    if (!(account.ask((ticket, _) -> new RegistryRequest.Export(ticket)) instanceof Exported it)) {
      throw new Failure("what answers is not a registry");
    }
    try {
      OwnerOnly.create(
          file, new String(AccountJson.document(it.data()), StandardCharsets.UTF_8) + "\n");
    } catch (FileAlreadyExistsException e) {
      throw new Failure(file + " is there already; give another", e);
    } catch (IOException e) {
      throw new Failure(file + " cannot be written; give another", e);
    }
    spec.commandLine()
        .getOut()
        .println("all that is known of " + it.data().profile().alias() + " is in " + file);
  }
}
