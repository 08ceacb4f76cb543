package fwq.visitor.account;

import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fwq account delete}: deletes an account for good. */
@Command(
    name = "fwq account delete",
    description =
        "Deletes an account, its logins and all that is known of its owner, for good. Nobody gets"
            + " the username. The audit keeps its lines until they are rotated away.")
public final class DeleteMain implements Program.Body {
  @Mixin private AccountOptions account;
  @Spec private CommandSpec spec;

  DeleteMain() {}

  /** Deletes it. */
  public static void main(String[] args) {
    Program.main(new DeleteMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure {
    var _ = account.ask(RegistryRequest.Delete::new);
    spec.commandLine().getOut().println("the account is deleted");
  }
}
