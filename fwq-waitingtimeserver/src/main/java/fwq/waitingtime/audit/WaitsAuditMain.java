package fwq.waitingtime.audit;

import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.Version;
import fwq.waitingtime.truth.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program {@code fwq waits-audit}: recorded days through the code that is live. */
@Command(
    name = "fwq waits-audit",
    description = {
      "Plays recorded days, and says how long guests would have been told they will stand, how long"
          + " the sign said, and how long they stood.",
      "A recording is CSV, packed by gzip or not, that begins with " + RowReader.HEADER + ".",
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class WaitsAuditMain implements Program.Body {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "recorded days to be scored")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--after",
      paramLabel = "FILE",
      description = "recorded days to learn from first; repeatable")
  private List<Path> after = new ArrayList<>();

  @Option(names = "--json", description = "an object a line instead of a table")
  private boolean json;

  @Option(
      names = "--forecast",
      description = "also what signs would have been said to show 1, 2 and 4 hours later")
  private boolean forecast;

  @Option(
      names = "--reference",
      description = "the method that ours is held against, instead of ours")
  private boolean reference;

  @Option(
      names = "--stages",
      description = "what each stage of the method comes to, instead of each ride")
  private boolean stages;

  @Option(
      names = "--made-up",
      paramLabel = "PERCENT",
      description = "how many guests report any wait of up to 3 hours (default: none)",
      defaultValue = "0")
  private double madeUpPercent;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "which guests these are (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "where the park is, such as America/New_York, for times with Z or an offset (default:"
              + " every time is the park's own, whatever is written behind it)")
  private ZoneId zone;

  @Spec private CommandSpec spec;

  WaitsAuditMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new WaitsAuditMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (!(madeUpPercent >= 0 && madeUpPercent <= 100)) {
      throw new ParameterException(
          spec.commandLine(), "--made-up is 0 to 100, such as 10; found " + madeUpPercent);
    }
    if (stages && json) {
      throw new ParameterException(
          spec.commandLine(), "--stages is a table for people: leave --json off");
    }
    Progress progress = new Progress(err, System::nanoTime, stop);
    WaitsAudit audit =
        new WaitsAudit(
            rows(after, progress, err), rows(files, progress, err), madeUpPercent / 100, seed);
    if (stages) {
      stages(audit, progress, out);
    } else {
      Scores scores = audit.scores(reference ? Settings.reference() : Settings.best(), progress);
      if (!json) {
        out.println(Score.heading());
      }
      scores.lines(json ? Score::json : Score::line).forEach(out::println);
    }
    if (forecast) {
      ForecastScores scores = audit.forecast(reference, progress);
      if (!json) {
        out.println();
      }
      (json ? scores.json() : scores.table()).forEach(out::println);
    }
    out.flush();
  }

  private static void stages(WaitsAudit audit, Progress progress, PrintWriter out) throws Failure {
    out.println(Score.heading().replaceFirst("ride ", "stage"));
    for (Settings stage : Settings.stages()) {
      out.println(audit.scores(stage, progress).all().line(stage.name()));
    }
  }

  /** The rows of all files as if they were one. */
  private List<Recorded> rows(List<Path> all, Progress progress, PrintWriter err) throws Failure {
    List<Recorded> rows = new ArrayList<>();
    for (Path file : all) {
      Recording recording = Recording.read(file, new Times(Optional.ofNullable(zone)), progress);
      recording
          .bad()
          .forEach(
              (reason, count) -> err.printf("%s: %,d rows left out: %s%n", file, count, reason));
      if (recording.rows().isEmpty()) {
        throw new Failure(
            file + " has no row that can be used, such as 2021-09-01T08:02:09,soarin,25,");
      }
      rows.addAll(recording.rows());
    }
    rows.sort(Recording.ORDER);
    return rows;
  }
}
