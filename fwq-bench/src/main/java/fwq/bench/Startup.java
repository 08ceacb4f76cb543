package fwq.bench;

import fwq.common.cli.Failure;
import fwq.common.file.ScratchFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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

  /** A park that has not opened by then will not. */
  private static final long SECONDS_MAX = 120;

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
  void run(int times) throws IOException, Failure, InterruptedException {
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

  private double open(Map<String, List<Double>> megabytes)
      throws IOException, Failure, InterruptedException {
    try (ScratchFolder scratch = new ScratchFolder("fwq-bench")) {
      return open(scratch.path(), megabytes);
    }
  }

  private double open(Path data, Map<String, List<Double>> megabytes)
      throws IOException, Failure, InterruptedException {
    long start = System.nanoTime();
    Process park =
        new ProcessBuilder(
                home.resolve("scripts/fwq").toString(),
                "park",
                "--headless",
                "--data",
                data.toString(),
                "--broker-port",
                Integer.toString(Workbench.freePort()),
                "--registry-port",
                Integer.toString(Workbench.freePort()),
                "--wts-port",
                Integer.toString(Workbench.freePort()))
            .redirectErrorStream(true)
            .start();
    // Ended in time, it says no more, and the reading ends.
    var _ =
        park.onExit()
            .completeOnTimeout(park, SECONDS_MAX, TimeUnit.SECONDS)
            .thenAccept(Process::destroy);
    try (BufferedReader said = park.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = new ArrayList<>();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        lines.add(line);
        if (line.equals("park is open")) {
          double seconds = (System.nanoTime() - start) / 1e9;
          resident(park.toHandle(), megabytes);
          return seconds;
        }
      }
      throw new Failure("the park did not open; it said: " + String.join("; ", lines));
    } finally {
      park.destroy();
      park.waitFor();
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
