package fwq.park;

import fwq.common.options.ParkMinute;
import fwq.common.options.RidesOption;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.common.programs.Installation;
import fwq.kit.net.FreePort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.LanguageOption;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fwq park}: the whole park on this machine. */
@Command(
    name = "fwq park",
    description = "Opens the whole park on this machine, with you in it. Ctrl-C closes all of it.",
    sortOptions = false)
public final class ParkMain implements Program.Body {
  /** Where the waiting time server leaves sensors their keys, as the programs' table says. */
  private static final String SENSORS_KEYS = "sensors";

  @Option(names = "--headless", description = "without you: prints 'park is open' when it is")
  private boolean headless;

  @Option(
      names = "--secure",
      description = "over a broker with TLS, users and rights; see fwq broker --help")
  private boolean secure;

  @Option(
      names = "--max-visitors",
      paramLabel = "N",
      description = "guests the park holds (default: ${DEFAULT-VALUE})",
      defaultValue = "1000")
  private int capacity;

  @Mixin private RidesOption ridesOption;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "the sensors replay this recorded day (CSV: at,ride,posted,actual)")
  private Optional<Path> replay = Optional.empty();

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "replay N times as fast (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private double speed;

  @Option(
      names = "--minute",
      paramLabel = "TIME",
      description =
          "how long a minute lasts for simulated sensors and guests (default: ${DEFAULT-VALUE})",
      converter = ParkMinute.class,
      defaultValue = "1s")
  private Duration minute;

  @Option(
      names = "--operator",
      paramLabel = "ALIAS",
      description = "an account that runs the park, at /operate too; register it first")
  private Optional<String> operator = Optional.empty();

  @Option(
      names = "--no-caches",
      description =
          "never makes what makes starts faster, which otherwise the first park does by itself when"
              + " it is open")
  private boolean noCaches;

  /** Where the programs of a small park keep what they load; it closes when they have. */
  @Option(names = "--rehearse", paramLabel = "DIR", hidden = true)
  private Path rehearse;

  @Mixin private LanguageOption languageOption;
  @Mixin private CommonOptions options;
  private final Installation installation;
  private final TableOptions tableOptions;
  private CommandSpec spec;

  private ParkMain(Installation installation) {
    this.installation = installation;
    this.tableOptions = new TableOptions(installation.table());
  }

  /** Runs the park. */
  public static void main(String[] args) {
    Program.main(new ParkMain(Installation.here()), args);
  }

  /** Called by picocli: the table of programs has options, too. */
  @Spec
  void spec(CommandSpec ours) {
    spec = ours;
    tableOptions.addTo(ours);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    Plan plan = rehearse == null ? plan(rides(), tableOptions.ports()) : small();
    PrintWriter out = spec.commandLine().getOut();
    try (DataFolder _ = DataFolder.take(plan.data(), plan.ports().get("broker"))) {
      for (Map.Entry<String, Integer> port : plan.ports().entrySet()) {
        tableOptions.checkFree(port.getKey(), port.getValue());
      }
      Launcher launcher =
          new Launcher(installation, plan.data().resolve("logs"), Optional.ofNullable(rehearse));
      OpenPark park = new OpenPark(plan, launcher, out, headless, stop);
      if (rehearse == null) {
        Thread caches =
            Thread.ofPlatform().daemon().name("caches").unstarted(() -> makeCaches(stop));
        park.run(noCaches ? () -> {} : caches::start);
        if (caches.isAlive()) {
          // It deletes what it had not finished.
          boolean _ = caches.join(Duration.ofSeconds(1));
        }
      } else {
        park.rehearse();
      }
    }
  }

  /** Beside the open park, once; a start without them works, too. */
  private void makeCaches(Stop stop) {
    CacheMaker maker = new CacheMaker(installation, stop);
    if (maker.isDue()) {
      maker.makeBeside();
    }
  }

  private Plan plan(List<Ride> rides, Map<String, Integer> ports) throws Failure {
    if (capacity < 1 || capacity > 1_000_000) {
      throw usage("--max-visitors is a number from 1 to 1000000, got " + capacity);
    }
    if (!(speed > 0 && speed <= 100_000)) {
      throw usage("--speed is a number above 0, at most 100000, got " + speed);
    }
    if (replay.isPresent() && !Files.isReadable(replay.get())) {
      throw new Failure("the file " + replay.get() + " given with --replay cannot be read");
    }
    Map<String, String> values = tableOptions.values();
    values.put("max-visitors", Integer.toString(capacity));
    values.put("minute", minute.toMillis() + "ms");
    values.put("zone", zone());
    values.put("speed", Double.toString(speed));
    ridesOption.file().ifPresent(file -> values.put("rides", file.toAbsolutePath().toString()));
    replay.ifPresent(file -> values.put("replay", file.toAbsolutePath().toString()));
    languageOption.language().ifPresent(language -> values.put("lang", language));
    operator.ifPresent(alias -> values.put("operator", alias));
    if (secure) {
      values.put("secure", "--secure");
    }
    if (Files.isDirectory(options.data().resolve(SENSORS_KEYS))) {
      // What a sensor that has signed says unsigned is not believed any more.
      values.put("signed", "");
    }
    return new Plan(
        installation.table(), options.data().toAbsolutePath(), values, ports, rides, secure);
  }

  /** This machine's, where browsers know it, too. */
  private static String zone() {
    String name = ZoneId.systemDefault().getId();
    return ZoneId.getAvailableZoneIds().contains(name) ? name : "UTC";
  }

  /**
   * One ride, since two sensors would write to one file; and nobody is in the way. All that a park
   * has by itself is in it, also what this machine's ports are taken for: by the park beside it.
   */
  private Plan small() throws IOException, Failure {
    Map<String, Integer> ports = new HashMap<>();
    for (String command : tableOptions.listening()) {
      ports.put(command, FreePort.find());
    }
    return plan(List.of(rides().getFirst()), ports);
  }

  private List<Ride> rides() throws Failure {
    Optional<RideTable> given = ridesOption.rides();
    List<Ride> rides = given.map(table -> table.of(0)).orElse(RideTable.DEFAULT);
    if (rides.isEmpty()) {
      throw new Failure("the file given with --rides has no ride of park 0");
    }
    return rides;
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
