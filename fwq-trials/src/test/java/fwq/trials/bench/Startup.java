package fwq.trials.bench;

import fwq.kit.program.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a park takes to open, in seconds, and how much memory each of its programs has resident
 * then, in MB. Plain figures with a goal: nobody else does the same.
 */
final class Startup implements Probe {
  private static final double SECONDS_GOAL = 8;
  private static final double MEGABYTES_GOAL = 600;

  /** The programs that the goal for memory is about; of the sensors one. */
  private static final List<String> FIVE =
      List.of("RegistryMain", "WaitingTimeServerMain", "EngineMain", "SensorMain", "VisitorMain");

  /** The guild, and three carts in one JVM. */
  private static final List<String> GUILD = List.of("GuildMain", "CartMain");

  private static final double GUILD_MEGABYTES_GOAL = 120;

  private static final Duration CROWD = Duration.ofSeconds(6);

  private static final Pattern MAIN =
      Pattern.compile("\\bfwq\\.(?:[a-z]+\\.)+([A-Z][A-Za-z]+Main)\\b");

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public List<Value> look(Workbench bench) throws IOException, Failure, InterruptedException {
    makeCaches(bench);
    Map<String, Double> megabytes = new TreeMap<>();
    double seconds;
    try (OpenPark park = new OpenPark(bench, List.of())) {
      seconds = park.seconds();
      // The crowd comes, and its passwords are hashed.
      boolean _ = bench.stop().await(CROWD);
      resident(park.handle(), megabytes);
    }
    List<Value> values = new ArrayList<>();
    values.add(new Value("to 'park is open'", "s", seconds, new Goal.AtMost(SECONDS_GOAL)));
    megabytes.forEach(
        (program, each) -> values.add(new Value(program, "MB resident", each, new Goal.ToKnow())));
    together("the five programs", FIVE, megabytes, MEGABYTES_GOAL).ifPresent(values::add);
    together("guild and three carts", GUILD, megabytes, GUILD_MEGABYTES_GOAL)
        .ifPresent(values::add);
    return values;
  }

  private static Optional<Value> together(
      String what, List<String> programs, Map<String, Double> megabytes, double goal) {
    return megabytes.keySet().containsAll(programs)
        ? Optional.of(
            new Value(
                what,
                "MB resident",
                programs.stream().mapToDouble(megabytes::get).sum(),
                new Goal.AtMost(goal)))
        : Optional.empty();
  }

  /** Every start but the first has them: the first park makes them by itself. */
  private static void makeCaches(Workbench bench) throws IOException, InterruptedException {
    Process cache =
        new ProcessBuilder(bench.home().resolve("scripts/fwq").toString(), "cache")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    bench.stop().onRequest(cache::destroy);
    int _ = cache.waitFor();
  }

  /** The larger where there are several of a program. */
  private static void resident(ProcessHandle park, Map<String, Double> megabytes)
      throws IOException {
    for (ProcessHandle process : Stream.concat(Stream.of(park), park.children()).toList()) {
      OptionalDouble resident = Resident.megabytes(process.pid());
      Matcher main = MAIN.matcher(process.info().commandLine().orElse(""));
      if (resident.isPresent() && main.find()) {
        megabytes.merge(main.group(1), resident.getAsDouble(), Math::max);
      }
    }
  }
}
