package fwq.registry;

import fwq.common.talk.operate.SaidWord;
import fwq.kit.sqlite.DatabaseException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says who runs the park. */
final class OperatorOption {
  @Option(
      names = "--operator",
      paramLabel = "ALIAS",
      description =
          "an account that runs the park from its next login on; repeatable. Who is not named again"
              + " at the next start runs it no more")
  private List<String> operators = List.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  OperatorOption() {}

  /** Makes these the operators, and no others. */
  void set(Accounts accounts) throws DatabaseException {
    if (operators.contains(SaidWord.CONSOLE)) {
      throw new ParameterException(
          spec.commandLine(),
          "--operator takes no '"
              + SaidWord.CONSOLE
              + "': that is who can read the secret on the park's machine; register another name");
    }
    List<String> missing = accounts.operators().withoutAccount(operators);
    if (!missing.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--operator takes accounts that there are, and there is no "
              + String.join(", ", missing)
              + ": register first, then start the registry with --operator");
    }
    accounts.operators().set(operators);
  }
}
