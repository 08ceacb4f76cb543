package fwq.bench;

import fwq.common.cli.Program;
import fwq.common.cli.Stop;
import fwq.common.cli.Version;
import fwq.engine.ChangelogDuel;
import fwq.engine.EngineDuel;
import fwq.registry.LoginDuel;
import fwq.registry.ProfileDuel;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq bench}: measures. */
@Command(
    name = "fwq bench",
    description = "Measures, each figure beside a limit or a rival in the same run.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class BenchMain implements Program.Body {
  private static final List<Duel> DUELS =
      List.of(new EngineDuel(), new ChangelogDuel(), new LoginDuel(), new ProfileDuel());

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "what to measure (default: all)")
  private List<String> names = new ArrayList<>();

  @Option(names = "--quick", description = "rough figures, in a tenth of the time")
  private boolean quick;

  @Spec private CommandSpec spec;

  private BenchMain() {}

  /** Runs the measurements. */
  public static void main(String[] args) {
    Program.main(new BenchMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    for (String name : names) {
      if (!known().contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "there is no measurement '%s'; there are: %s"
                .formatted(name, String.join(", ", known())));
      }
    }
    Path home = Path.of(System.getProperty("fwq.home", ".")).toAbsolutePath();
    if (names.isEmpty() || names.contains(Startup.NAME)) {
      new Startup(home, out).run(quick ? 1 : 5);
    }
    if (names.isEmpty() || names.contains(TerminalFigures.NAME)) {
      new TerminalFigures(home, quick, out).run(stop);
    }
    Workbench bench = new Workbench(home, quick);
    for (Duel duel : DUELS) {
      if (names.isEmpty() || names.contains(duel.name())) {
        out.print(Contest.run(duel, bench, quick ? 2 : 5, out).table());
        out.flush();
      }
    }
  }

  /** All that can be measured. */
  private static List<String> known() {
    return Stream.concat(
            Stream.of(Startup.NAME, TerminalFigures.NAME), DUELS.stream().map(Duel::name))
        .toList();
  }
}
