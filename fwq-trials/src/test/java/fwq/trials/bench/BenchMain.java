package fwq.trials.bench;

import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.trips.Leg;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.Version;
import fwq.trials.bench.engine.ChangelogDuel;
import fwq.trials.bench.engine.Curves;
import fwq.trials.bench.engine.EngineDuel;
import fwq.trials.bench.engine.FrameBytes;
import fwq.trials.bench.engine.KilledEngine;
import fwq.trials.bench.engine.MoveDuel;
import fwq.trials.bench.engine.SealDuel;
import fwq.trials.bench.engine.SealTime;
import fwq.trials.bench.engine.StreamsDuel;
import fwq.trials.bench.guild.DayReportTime;
import fwq.trials.bench.guild.SalesDuel;
import fwq.trials.bench.guild.SalesStreamsDuel;
import fwq.trials.bench.journal.CommitDuel;
import fwq.trials.bench.journal.KilledNode;
import fwq.trials.bench.journal.ReceiptDuel;
import fwq.trials.bench.micro.Micro;
import fwq.trials.bench.registry.IdleConnections;
import fwq.trials.bench.registry.LoginDuel;
import fwq.trials.bench.registry.ProfileDuel;
import fwq.trials.bench.trips.HoldDuel;
import fwq.trials.bench.trips.PackageDuel;
import fwq.trials.bench.trips.ScanDuel;
import fwq.trials.bench.trips.SearchDuel;
import fwq.trials.bench.trips.SearchTimes;
import fwq.trials.bench.waitingtime.LessonTime;
import fwq.trials.bench.waitingtime.PredictionDuel;
import fwq.trials.bench.waitingtime.ReadingDuel;
import fwq.trials.bench.web.FanOutDuel;
import fwq.trials.bench.web.WebStreams;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
  private static final List<Measurement> ALL =
      List.of(
          new Startup(),
          new OpeningDuel(),
          new TerminalFigures(),
          new EngineDuel(),
          new StreamsDuel(),
          new ChangelogDuel(),
          new SealDuel(),
          new SealTime(),
          new MoveDuel(),
          new FrameBytes(),
          new KilledEngine(),
          new LoginDuel(),
          new ProfileDuel(),
          new IdleConnections(),
          new WebStreams(),
          new FanOutDuel(),
          new ReadingDuel(false),
          new ReadingDuel(true),
          new SalesDuel(),
          new SalesStreamsDuel(),
          new DayReportTime(),
          new PredictionDuel(),
          new LessonTime(),
          new ReceiptDuel(1),
          new ReceiptDuel(JournalPartitions.COUNT),
          new CommitDuel(),
          new KilledNode(),
          new SearchDuel(Leg.FLIGHTS),
          new SearchDuel(Leg.HOTELS),
          new SearchDuel(Leg.TOURS),
          new SearchTimes(),
          new ScanDuel(),
          new HoldDuel(),
          new PackageDuel(),
          new Micro());

  /** Not figures but a picture: by itself, and only when asked for. */
  private static final String CURVES = "curves";

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "what to measure (default: all but curves, which is a picture of how it grows)")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--quick",
      description = "rough figures, in about three minutes instead of twelve")
  private boolean quick;

  @Option(
      names = "--check",
      description = "take the ratios alone, and fail when one has fallen by more than 20 %%")
  private boolean check;

  @Option(names = "--keep", description = "keep these figures for --check to compare with")
  private boolean keep;

  @Spec private CommandSpec spec;

  private BenchMain() {}

  /** Runs the measurements. */
  public static void main(String[] args) {
    Program.main(new BenchMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Path home = Path.of(System.getProperty("fwq.home", ".")).toAbsolutePath();
    if (names.equals(List.of(CURVES))) {
      draw(home, stop, out);
      return;
    }
    List<Measurement> chosen = chosen();
    Path keptFile = home.resolve("bench/kept.json");
    List<Results.Row> kept = check ? kept(keptFile).figures() : List.of();
    List<Figure> figures = take(chosen, home, stop, out);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Machine machine = Machine.here();
    Results results =
        new Results(now.toString(), quick, machine, figures.stream().map(Results.Row::of).toList());
    Path file = home.resolve("bench/results/" + now.toString().replace(':', '-') + ".json");
    results.write(file);
    out.printf("%n%s%n%s%nall samples are in %s%n", machine.text(), Table.of(figures), file);
    if (keep) {
      (keptFile.toFile().exists() ? results.over(kept(keptFile)) : results).write(keptFile);
      out.printf("kept in %s%n", keptFile);
    }
    List<String> falls = check ? Guard.falls(kept, results.figures()) : List.of();
    if (!falls.isEmpty()) {
      throw new Failure(String.join("\n", falls));
    }
  }

  private void draw(Path home, Stop stop, PrintWriter out) throws Exception {
    stop.onRequest(Thread.currentThread()::interrupt);
    try (Workbench bench = new Workbench(home, quick, stop)) {
      String svg = Curves.draw(bench, out);
      Path file = home.resolve("bench/results/curves.svg");
      Files.createDirectories(file.getParent());
      Files.writeString(file, svg);
      out.printf("drawn in %s%n", file);
    }
  }

  private List<Figure> take(List<Measurement> chosen, Path home, Stop stop, PrintWriter progress)
      throws Exception {
    List<Figure> figures = new ArrayList<>();
    // Whatever a measurement waits for: what it started is to be ended.
    stop.onRequest(Thread.currentThread()::interrupt);
    try (Workbench bench = new Workbench(home, quick, stop)) {
      Rounds rounds = new Rounds(bench, progress);
      for (Measurement measurement : chosen) {
        figures.addAll(rounds.take(measurement));
      }
    } catch (Exception e) {
      throw stop.requested() ? new Failure("ended before all was measured", e) : e;
    }
    return figures;
  }

  private List<Measurement> chosen() {
    List<String> known = ALL.stream().map(Measurement::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "there is no measurement '%s'; there are: %s"
                .formatted(name, String.join(", ", known)));
      }
    }
    if (quick && (check || keep)) {
      throw new ParameterException(
          spec.commandLine(), "--quick is too rough for --check and --keep: leave it off");
    }
    return ALL.stream()
        .filter(it -> names.isEmpty() || names.contains(it.name()))
        .filter(it -> !check || isRatio(it))
        .toList();
  }

  private static boolean isRatio(Measurement measurement) {
    return measurement instanceof Duel duel && duel.goal() instanceof Goal.AtLeastTimes;
  }

  private static Results kept(Path file) throws Failure {
    try {
      return Results.read(file);
    } catch (IOException e) {
      throw new Failure(
          "there are no kept ratios to compare with (%s); keep some with 'scripts/fwq bench --keep'"
              .formatted(e.getMessage()),
          e);
    }
  }
}
