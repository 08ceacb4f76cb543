package fwq.bench;

import fwq.common.cli.Failure;
import fwq.common.cli.Stop;
import fwq.common.file.ScratchFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a guest at a terminal has of it, and what it costs, while a thousand others walk: how soon
 * the first screen is there, how soon a key shows, how much is sent. Plain figures with a goal.
 */
final class TerminalFigures {
  static final String NAME = "terminal";

  private static final String MAIN = "fwq.visitor.VisitorMain";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration KEY_MAX = Duration.ofSeconds(5);
  private static final Duration KEY_PAUSE = Duration.ofMillis(40);

  /** Each guest costs the registry a hash that is slow on purpose. */
  private static final int CROWD_SECONDS_MAX = 300;

  private static final Pattern INSIDE = Pattern.compile("\"inside\":(\\d+)");

  private static final double FIRST_SCREEN_SECONDS_GOAL = 0.7;
  private static final double KILOBYTES_GOAL = 10;
  private static final double CORES_GOAL = 0.1;
  private static final double MEGABYTES_GOAL = 150;
  private static final double KEY_MILLIS_GOAL = 50;

  private final Path home;
  private final PrintWriter out;
  private final int crowd;
  private final int seconds;
  private final int keys;
  private final int starts;

  /**
   * A measurement.
   *
   * @param home the project's folder
   * @param quick whether rough figures are enough
   */
  TerminalFigures(Path home, boolean quick, PrintWriter out) {
    this.home = home;
    this.out = out;
    this.crowd = quick ? 100 : 1_000;
    this.seconds = quick ? 5 : 20;
    this.keys = quick ? 20 : 200;
    this.starts = quick ? 1 : 9;
  }

  /**
   * What was measured at one size.
   *
   * @param kilobytes sent each second
   * @param cores processor seconds each second
   * @param megabytes resident
   * @param local from a key to the screen that it changes alone, rising, milliseconds
   * @param steps from a key to the step, rising, milliseconds
   */
  private record Figures(
      double kilobytes, double cores, double megabytes, List<Double> local, List<Double> steps) {}

  /** Measures, and says what came out. */
  void run(Stop stop) throws IOException, Failure, InterruptedException {
    try (OpenPark park =
            new OpenPark(
                home, List.of("--crowd", Integer.toString(crowd), "--max-visitors", "2000"));
        ScratchFolder scratch = new ScratchFolder("fwq-bench")) {
      List<Double> firsts = new ArrayList<>();
      for (int start = 0; start < starts; start++) {
        firsts.add(firstScreen(park, scratch.path()));
      }
      out.printf("%s: %,d guests walk%n", NAME, awaitCrowd(park, scratch.path()));
      Figures small = visit(park, scratch.path(), "ana", 80, 24, stop);
      Figures large = visit(park, scratch.path(), "eva", 160, 50, stop);
      boolean cached = Files.exists(home.resolve("target/aot/visitor.aot"));
      out.printf(
          "first screen, s (%s fwq cache)   median %.2f   max %.2f   wanted at most %.1f%n",
          cached ? "after" : "without",
          Contest.median(firsts),
          percentile(firsts.stream().sorted().toList(), 100),
          FIRST_SCREEN_SECONDS_GOAL);
      out.printf("%-36s %8s %8s   wanted at most%n", "", "80x24", "160x50");
      line("sent to the terminal, KB/s", small.kilobytes(), large.kilobytes(), KILOBYTES_GOAL);
      line("processor, cores", small.cores(), large.cores(), CORES_GOAL);
      line("resident, MB", small.megabytes(), large.megabytes(), MEGABYTES_GOAL);
      keys("help opens or closes", small.local(), large.local());
      keys("a step shows", small.steps(), large.steps());
      out.flush();
    }
  }

  private void keys(String what, List<Double> small, List<Double> large) {
    line(what + ", ms p50", percentile(small, 50), percentile(large, 50), KEY_MILLIS_GOAL);
    line(what + ", ms p99", percentile(small, 99), percentile(large, 99), KEY_MILLIS_GOAL);
  }

  private void line(String what, double small, double large, double goal) {
    out.printf("%-36s %8.2f %8.2f   %.1f%n", what, small, large, goal);
  }

  /** From the command to the whole form, seconds. */
  private double firstScreen(OpenPark park, Path data)
      throws IOException, Failure, InterruptedException {
    try (PseudoTerminal terminal = visitor(park, data, 80, 24)) {
      // The key line is written last.
      return (terminal.await("quit", PATIENCE) - terminal.startedAt()) / 1e9;
    }
  }

  private PseudoTerminal visitor(OpenPark park, Path data, int columns, int rows)
      throws IOException {
    return new PseudoTerminal(
        columns,
        rows,
        List.of(
            home.resolve("scripts/fwq").toString(),
            "visitor",
            "127.0.0.1",
            Integer.toString(park.registryPort()),
            "127.0.0.1",
            Integer.toString(park.brokerPort()),
            "--lang",
            "en",
            "--data",
            data.resolve("visitor").toString(),
            "--known-hosts",
            data.resolve("known_hosts").toString()));
  }

  /** Waits until the whole crowd is inside, or the machine has had its time, and counts it. */
  private int awaitCrowd(OpenPark park, Path data) throws IOException, InterruptedException {
    Process watch =
        new ProcessBuilder(
                home.resolve("scripts/fwq").toString(),
                "watch",
                "127.0.0.1",
                Integer.toString(park.brokerPort()),
                "--json",
                "--data",
                data.resolve("watch").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var _ =
        watch
            .onExit()
            .completeOnTimeout(watch, CROWD_SECONDS_MAX, TimeUnit.SECONDS)
            .thenAccept(Process::destroy);
    try (BufferedReader frames = watch.inputReader(StandardCharsets.UTF_8)) {
      int counted = 0;
      for (String frame = frames.readLine(); frame != null; frame = frames.readLine()) {
        Matcher inside = INSIDE.matcher(frame);
        counted = inside.find() ? Integer.parseInt(inside.group(1)) : counted;
        if (counted >= crowd) {
          break;
        }
      }
      return counted;
    } finally {
      watch.destroy();
      watch.waitFor();
    }
  }

  private Figures visit(OpenPark park, Path data, String alias, int columns, int rows, Stop stop)
      throws IOException, Failure, InterruptedException {
    try (PseudoTerminal terminal = visitor(park, data, columns, rows)) {
      terminal.await("quit", PATIENCE);
      String password = "correct horse";
      terminal.press(
          "\t\t%s\t%s\t%s@example.org\t\t%s\t%s\r"
              .formatted(alias, alias, alias, password, password));
      terminal.await("Welcome", PATIENCE);
      terminal.press("e");
      terminal.await("inside", PATIENCE);
      terminal.await("@", PATIENCE);
      // The first second is spent on compiling.
      boolean _ = stop.await(Duration.ofSeconds(5));
      long start = System.nanoTime();
      long bytes = terminal.bytes();
      double processor = terminal.processorSeconds(MAIN);
      boolean _ = stop.await(Duration.ofSeconds(seconds));
      double took = (System.nanoTime() - start) / 1e9;
      double kilobytes = (terminal.bytes() - bytes) / 1e3 / took;
      double cores = (terminal.processorSeconds(MAIN) - processor) / took;
      List<Double> local = new ArrayList<>();
      List<Double> steps = new ArrayList<>();
      for (int key = 0; key < keys && !stop.requested(); key += 2) {
        local.add(press(terminal, "?", "diagonals", stop));
        local.add(press(terminal, " ", "autopilot", stop));
        steps.add(press(terminal, "l", "@", stop));
        steps.add(press(terminal, "h", "@", stop));
      }
      return new Figures(
          kilobytes,
          cores,
          terminal.residentMegabytes(MAIN),
          local.stream().sorted().toList(),
          steps.stream().sorted().toList());
    }
  }

  /** Milliseconds from a key to what it makes appear; then waits a moment. */
  private static double press(PseudoTerminal terminal, String key, String shows, Stop stop)
      throws IOException, Failure, InterruptedException {
    long pressed = System.nanoTime();
    terminal.press(key);
    double millis = (terminal.await(shows, KEY_MAX) - pressed) / 1e6;
    boolean _ = stop.await(KEY_PAUSE);
    return millis;
  }

  /** Of rising figures the one below which so many of a hundred are. */
  private static double percentile(List<Double> rising, int percent) {
    int rank = (int) Math.ceil(rising.size() * percent / 100.0);
    return rising.get(Math.max(0, rank - 1));
  }
}
