package fwq.bench;

import fwq.common.cli.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a park takes to open, in seconds, and how much memory each of its programs has resident
 * then, in MB. Plain figures with a goal: nobody else does the same.
 */
final class Startup {
  static final String NAME = "startup";

  private static final double SECONDS_GOAL = 8;
  private static final double MEGABYTES_GOAL = 600;

  /** The programs that the goal for memory is about; of the sensors one. */
  private static final List<String> FIVE =
      List.of("RegistryMain", "WaitingTimeServerMain", "EngineMain", "SensorMain", "VisitorMain");

  private static final Pattern MAIN = Pattern.compile("\\bfwq\\.[a-z]+\\.([A-Z][A-Za-z]+Main)\\b");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Path home;
  private final PrintWriter out;

  /**
   * A measurement.
   *
   * @param home the project's folder
   */
  Startup(Path home, PrintWriter out) {
    this.home = home;
    this.out = out;
  }

  /** Opens a park so many times, and says what came out. */
  void run(int times) throws IOException, Failure {
    List<Double> seconds = new ArrayList<>();
    Map<String, List<Double>> megabytes = new TreeMap<>();
    for (int time = 1; time <= times; time++) {
      seconds.add(open(megabytes));
      out.printf("%s %d of %d: %.1f s%n", NAME, time, times, seconds.getLast());
    }
    out.printf(
        "to 'park is open'        median %6.1f s, wanted at most %.0f s%n",
        Contest.median(seconds), SECONDS_GOAL);
    megabytes.forEach(
        (program, figures) ->
            out.printf("%-24s median %6.0f MB resident%n", program, Contest.median(figures)));
    out.printf(
        "the five programs        median %6.0f MB together, wanted at most %.0f MB%n",
        FIVE.stream()
            .filter(megabytes::containsKey)
            .mapToDouble(program -> Contest.median(megabytes.get(program)))
            .sum(),
        MEGABYTES_GOAL);
  }

  private double open(Map<String, List<Double>> megabytes) throws IOException, Failure {
    try (OpenPark park = new OpenPark(home, List.of())) {
      resident(park.handle(), megabytes);
      return park.seconds();
    }
  }

  /** What Linux says of the park's processes; nothing elsewhere. */
  private static void resident(ProcessHandle park, Map<String, List<Double>> megabytes)
      throws IOException {
    for (ProcessHandle process : Stream.concat(Stream.of(park), park.children()).toList()) {
      Path about = Path.of("/proc", Long.toString(process.pid()));
      if (!Files.exists(about)) {
        continue;
      }
      Matcher main = MAIN.matcher(Files.readString(about.resolve("cmdline")).replace('\0', ' '));
      Matcher kilobytes = RESIDENT.matcher(Files.readString(about.resolve("status")));
      if (main.find() && kilobytes.find()) {
        megabytes
            .computeIfAbsent(main.group(1), _ -> new ArrayList<>())
            .add(Long.parseLong(kilobytes.group(1)) / 1024.0);
      }
    }
  }
}
