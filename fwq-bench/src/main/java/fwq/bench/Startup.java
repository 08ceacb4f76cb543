package fwq.bench;

import fwq.common.cli.Failure;
import fwq.common.file.ScratchFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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

  /** A park that has not opened by then will not. */
  private static final long SECONDS_MAX = 120;

  /** The programs that the goal for memory is about; of the sensors one. */
  private static final List<String> FIVE =
      List.of("RegistryMain", "WaitingTimeServerMain", "EngineMain", "SensorMain", "VisitorMain");

  private static final Pattern MAIN = Pattern.compile("\\bfwq\\.[a-z]+\\.([A-Z][A-Za-z]+Main)\\b");

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public List<Value> look(Workbench bench) throws IOException, Failure, InterruptedException {
    Map<String, Double> megabytes = new TreeMap<>();
    double seconds;
    try (ScratchFolder scratch = new ScratchFolder("fwq-bench")) {
      seconds = open(bench, scratch.path(), megabytes);
    }
    List<Value> values = new ArrayList<>();
    values.add(new Value("to 'park is open'", "s", seconds, new Goal.AtMost(SECONDS_GOAL)));
    megabytes.forEach(
        (program, each) -> values.add(new Value(program, "MB resident", each, new Goal.ToKnow())));
    if (megabytes.keySet().containsAll(FIVE)) {
      double together = FIVE.stream().mapToDouble(megabytes::get).sum();
      values.add(
          new Value("the five programs", "MB resident", together, new Goal.AtMost(MEGABYTES_GOAL)));
    }
    return values;
  }

  private static double open(Workbench bench, Path data, Map<String, Double> megabytes)
      throws IOException, Failure, InterruptedException {
    long start = System.nanoTime();
    Process park =
        new ProcessBuilder(
                bench.home().resolve("scripts/fwq").toString(),
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
    bench.stop().onRequest(park::destroy);
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
