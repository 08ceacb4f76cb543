package fwq.trials.accidents;

import fwq.common.signing.ParkKeys;
import fwq.common.signing.SharedSecret;
import fwq.common.signing.VisitKeys;
import fwq.kit.file.ScratchFolder;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import fwq.operator.check.Check;
import fwq.operator.check.GuildBooks;
import fwq.operator.judge.sales.SalesTerms;
import fwq.trials.accidents.Scenario.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fwq accidents}: lets accidents happen to a real park and checks what came of it. */
@Command(
    name = "fwq accidents",
    description =
        "Opens a park of its own in a temporary folder, kills and freezes its programs by lot, and"
            + " checks that it kept its rules: exit code 0 when it did, 1 when not.",
    sortOptions = false)
public final class AccidentsMain implements Program.Body {
  private static final Duration ENTERING_MAX = Duration.ofMinutes(6);
  private static final Duration LEAVING_MAX = Duration.ofSeconds(30);
  private static final Duration SETTLING = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration PROGRESS = Duration.ofSeconds(10);

  @Option(
      names = "--guests",
      paramLabel = "N",
      description = "guests of each park (default: ${DEFAULT-VALUE})",
      defaultValue = "500")
  private int guests;

  @Option(
      names = "--capacity",
      paramLabel = "N",
      description = "guests that each park holds (default: ${DEFAULT-VALUE})",
      defaultValue = "450")
  private int capacity;

  @Option(
      names = "--engines",
      paramLabel = "N",
      description = "default: ${DEFAULT-VALUE}",
      defaultValue = "2")
  private int engines;

  @Option(
      names = "--parks",
      paramLabel = "N",
      description = "default: ${DEFAULT-VALUE}",
      defaultValue = "1")
  private int parks;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "how long accidents happen, such as 0.5 (default: ${DEFAULT-VALUE})",
      defaultValue = "3")
  private double minutes;

  @Option(names = "--seed", paramLabel = "N", description = "draws the same accidents again")
  private Long seed;

  @Option(
      names = "--kill",
      paramLabel = "WHAT=N",
      split = ",",
      description =
          "how many accidents: engine=12 are killed, broker=3 times, pause=1 an owner stands still"
              + " for 30 s, other=24 times another program is killed or stands still (default:"
              + " ${DEFAULT-VALUE})",
      defaultValue = "engine=12,broker=3,pause=1,other=24")
  private Map<Kind, Integer> kills;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      description = "keep what each program said in files of this folder")
  private Path logs;

  @Option(
      names = "--base-port",
      paramLabel = "PORT",
      description = "the first of twenty ports in a row (default: ${DEFAULT-VALUE})",
      defaultValue = "19100")
  private Port basePort;

  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;
  private PrintWriter out;

  private AccidentsMain() {}

  /** Runs the accidents. */
  public static void main(String[] args) {
    Program.main(new AccidentsMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    out = spec.commandLine().getOut();
    Scenario scenario = scenario();
    long drawn = seed == null ? RandomGenerator.getDefault().nextLong(1L << 32) : seed;
    try (ScratchFolder folder = new ScratchFolder("fwq-accidents")) {
      Path data = folder.path();
      out.println("seed %d, data in %s".formatted(drawn, data));
      List<String> problems;
      try (Stage stage = new Stage(scenario, Cast.of(scenario, data))) {
        problems = run(scenario, stage, data, drawn, stop);
        if (logs != null) {
          stage.writeLogs(logs);
        }
      }
      if (stop.requested()) {
        out.println("ended before its time; nothing was checked");
      } else if (!problems.isEmpty()) {
        String all = String.join("\n", problems);
        throw new Failure(all + "\nthe park's records stay in " + folder.keep());
      }
    }
  }

  /** Gives sentences about what went wrong. */
  private List<String> run(Scenario scenario, Stage stage, Path data, long drawn, Stop stop)
      throws IOException, InterruptedException, Failure {
    stage.open(stop);
    List<String> problems = new ArrayList<>();
    if (stop.requested()) {
      return problems;
    }
    try (Watch watch = new Watch(stage.kafka(), parks);
        WebGuests webGuests = new WebGuests(stage.address("web"));
        Travellers travellers = new Travellers(stage.address("agency"), stage.sellers(), data)) {
      // Before the crowd, which fills the park.
      webGuests.begin(stop);
      travellers.begin();
      stage.invite(drawn);
      awaitInside(watch, stage, scenario, stop);
      new Day(scenario, stage, watch, new SplittableRandom(drawn), out).run(stop);
      if (stop.requested()) {
        return problems;
      }
      // The last outages end, and everybody is heard again.
      await(
          stop,
          LEAVING_MAX,
          () -> watch.outages().stream().allMatch(it -> it.seconds().isPresent()));
      problems.addAll(stage.casualties());
      problems.addAll(webGuests.tell(out, stop));
      problems.addAll(travellers.tell(out, stop));
      webGuests.sendHome();
      stage.sendHome();
      stage.silence();
      if (!await(stop, LEAVING_MAX, () -> inside(watch) == 0)) {
        out.println("%d guests are still on the map".formatted(inside(watch)));
      }
      if (stop.await(SETTLING)) {
        return problems;
      }
      stage.stopEngines();
      problems.addAll(new Outages(watch.outages()).tell(out));
    }
    problems.addAll(stage.checkJournal());
    VisitKeys keys = VisitKeys.load(ParkKeys.in(data), Instant.now(), new SecureRandom());
    long violations =
        new Check(stage.kafka(), Optional.of(keys), Optional.of(books(stage, data)), out, stop)
            .run(0, Optional.of(parks));
    if (violations > 0) {
      problems.add("the park did not keep its rules: %,d violations".formatted(violations));
    }
    return problems;
  }

  /** The guild's, which is started as the table says, with all that it does unless it is told. */
  private static GuildBooks books(Stage stage, Path data) throws IOException {
    return new GuildBooks(
        stage.address("guild"),
        Trust.Only.read(data.resolve("guild.crt")),
        SharedSecret.loadOrCreate(data.resolve("guild.secret"), new SecureRandom()),
        new SalesTerms(ZoneId.systemDefault(), LocalTime.of(23, 59), Duration.ofSeconds(60), 20));
  }

  private void awaitInside(Watch watch, Stage stage, Scenario scenario, Stop stop)
      throws InterruptedException, Failure {
    // A few may just be silent or about to enter again.
    int enough = parks * (scenario.crowd() - scenario.crowd() / 50);
    long deadline = System.nanoTime() + ENTERING_MAX.toNanos();
    while (inside(watch) < enough && !stop.requested()) {
      out.println("%d of %d guests inside".formatted(inside(watch), parks * scenario.crowd()));
      await(stop, PROGRESS, () -> inside(watch) >= enough);
      if (!stage.casualties().isEmpty()) {
        throw new Failure(String.join("\n", stage.casualties()));
      }
      if (System.nanoTime() > deadline) {
        throw new Failure(
            "only %d of %d guests came in within %d minutes; take fewer with --guests"
                .formatted(inside(watch), enough, ENTERING_MAX.toMinutes()));
      }
    }
    out.println("%d guests inside: the accidents begin".formatted(inside(watch)));
  }

  private int inside(Watch watch) {
    int sum = 0;
    for (int park = 0; park < parks; park++) {
      sum += watch.inside(park);
    }
    return sum;
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  private static boolean await(Stop stop, Duration limit, Condition condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline || stop.await(LOOK)) {
        return false;
      }
    }
    return true;
  }

  private Scenario scenario() {
    check(guests >= 1 && guests <= 10_000, "--guests is a number from 1 to 10000");
    check(capacity >= 1 && capacity <= 1_000_000, "--capacity is a number from 1 to 1000000");
    check(engines >= 1 && engines <= 16, "--engines is a number from 1 to 16");
    check(parks >= 1 && parks <= 16, "--parks is a number from 1 to 16");
    check(minutes >= 0.1 && minutes <= 1_440, "--minutes is a number from 0.1 to 1440");
    check(
        kills.values().stream().allMatch(count -> count >= 0 && count <= 10_000),
        "--kill takes numbers from 0 to 10000, such as engine=12,broker=3,pause=1,other=24");
    check(basePort.number() <= 65_000, "--base-port is a port up to 65000");
    return new Scenario(
        guests,
        capacity,
        engines,
        parks,
        Duration.ofMillis((long) (minutes * 60_000)),
        Map.copyOf(kills),
        basePort.number());
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
