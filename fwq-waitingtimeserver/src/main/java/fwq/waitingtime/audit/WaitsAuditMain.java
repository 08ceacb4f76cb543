package fwq.waitingtime.audit;

import fwq.common.recorded.RowReader;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.Version;
import fwq.waitingtime.truth.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
      names = "--picture",
      paramLabel = "SVG",
      description = "also draws the stages into this file")
  private Path picture;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "score guests from this day on, such as 2021-01-01; learn from those before")
  private LocalDate from;

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
    check(madeUpPercent >= 0 && madeUpPercent <= 100, "--made-up is 0 to 100, such as 10");
    check(!stages || !json, "--stages is a table for people: leave --json off");
    check(stages || picture == null, "--picture is of the stages: add --stages");
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(spec.commandLine().getErr(), System::nanoTime, stop);
    WaitsAudit audit = audit(progress);
    if (stages) {
      stages(audit, progress, out);
    } else {
      Scores scores = audit.scores(reference ? Settings.reference() : Settings.best(), progress);
      print(json ? Stream.empty() : Stream.of(Score.heading()), out);
      print(scores.lines(json ? Score::json : Score::line), out);
    }
    if (forecast) {
      ForecastScores scores = audit.forecast(reference, progress);
      print(json ? Stream.empty() : Stream.of(""), out);
      print(json ? scores.json() : scores.table(), out);
    }
  }

  private void check(boolean isRight, String sentence) {
    if (!isRight) {
      throw new ParameterException(spec.commandLine(), sentence);
    }
  }

  private static void print(Stream<String> lines, PrintWriter out) {
    lines.forEach(out::println);
    out.flush();
  }

  private WaitsAudit audit(Progress progress) throws Failure {
    List<Recorded> history = rows(after, progress);
    List<Recorded> days = rows(files, progress);
    if (from != null) {
      long first = from.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
      history.addAll(days.stream().filter(row -> row.at() < first).toList());
      days.removeIf(row -> row.at() < first);
    }
    return new WaitsAudit(history, days, madeUpPercent / 100, seed);
  }

  private void stages(WaitsAudit audit, Progress progress, PrintWriter out) throws Failure {
    print(Stream.of(Score.heading().replaceFirst("ride ", "stage")), out);
    Map<String, Double> errors = new LinkedHashMap<>();
    for (Settings stage : Settings.stages()) {
      Score score = audit.scores(stage, progress).all();
      print(Stream.of(score.line(stage.name())), out);
      errors.putIfAbsent("the sign", score.sign());
      errors.put(stage.name(), score.ours());
    }
    if (picture != null) {
      try {
        Files.writeString(picture, StagePicture.svg("mean error, in minutes", errors));
      } catch (IOException e) {
        throw new Failure(picture + " could not be written: " + e.getMessage(), e);
      }
    }
  }

  private void tell(Path file, String what, Map<String, Integer> reasons) {
    PrintWriter err = spec.commandLine().getErr();
    reasons.forEach(
        (reason, count) -> err.printf("%s: %,d rows %s: %s%n", file, count, what, reason));
  }

  /** The rows of all files as if they were one. */
  private List<Recorded> rows(List<Path> all, Progress progress) throws Failure {
    List<Recorded> rows = new ArrayList<>();
    for (Path file : all) {
      Recording recording = Recording.read(file, Optional.ofNullable(zone), progress);
      tell(file, "left out", recording.unusable());
      tell(file, "taken for a sign that shows nothing", recording.unknown());
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
