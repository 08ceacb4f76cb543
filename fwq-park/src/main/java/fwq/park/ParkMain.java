package fwq.park;

import fwq.common.options.ParkMinute;
import fwq.common.options.RidesOption;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.LanguageOption;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
  @Option(names = "--headless", description = "without you: prints 'park is open' when it is")
  private boolean headless;

  @Option(
      names = "--secure",
      description = "over a broker with TLS, users and rights; see fwq broker --help")
  private boolean secure;

  @Option(
      names = "--crowd",
      paramLabel = "N",
      description = "guests that walk by themselves (default: ${DEFAULT-VALUE})",
      defaultValue = "8")
  private int crowd;

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
      names = "--broker-port",
      paramLabel = "PORT",
      description = "default: ${DEFAULT-VALUE}",
      defaultValue = "9092")
  private Port brokerPort;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description = "default: ${DEFAULT-VALUE}",
      defaultValue = "5050")
  private Port registryPort;

  @Option(
      names = "--wts-port",
      paramLabel = "PORT",
      description = "of the waiting time server; default: ${DEFAULT-VALUE}",
      defaultValue = "1500")
  private Port waitsPort;

  @Mixin private LanguageOption languageOption;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  private ParkMain() {}

  /** Runs the park. */
  public static void main(String[] args) {
    Program.main(new ParkMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    Plan plan = plan();
    Path home = Path.of(System.getProperty("fwq.home", ".")).toAbsolutePath();
    try (DataFolder _ = DataFolder.take(plan.data())) {
      checkPort(brokerPort, "the broker", "--broker-port");
      checkPort(registryPort, "the registry", "--registry-port");
      checkPort(waitsPort, "the waiting time server", "--wts-port");
      Launcher launcher = Launcher.of(home, plan.data().resolve("logs"));
      new OpenPark(plan, launcher, spec.commandLine().getOut(), headless, stop).run();
    }
  }

  private Plan plan() throws Failure {
    if (crowd < 0 || crowd > 10_000) {
      throw usage("--crowd is a number from 0 to 10000, got " + crowd);
    }
    if (capacity < 1 || capacity > 1_000_000) {
      throw usage("--max-visitors is a number from 1 to 1000000, got " + capacity);
    }
    if (!(speed > 0 && speed <= 100_000)) {
      throw usage("--speed is a number above 0, at most 100000, got " + speed);
    }
    if (replay.isPresent() && !Files.isReadable(replay.get())) {
      throw new Failure("the file " + replay.get() + " given with --replay cannot be read");
    }
    return new Plan(
        options.data().toAbsolutePath(),
        brokerPort,
        registryPort,
        waitsPort,
        rides(),
        ridesOption.file().map(Path::toAbsolutePath),
        replay.map(Path::toAbsolutePath),
        speed,
        crowd,
        capacity,
        minute.toMillis() + "ms",
        languageOption.language(),
        secure);
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

  private static void checkPort(Port port, String whose, String option) throws Failure {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(port.number()));
    } catch (IOException e) {
      throw new Failure(
          "port "
              + port
              + " for "
              + whose
              + " is taken by another program; give another with "
              + option
              + " PORT",
          e);
    }
  }
}
