package fwq.trials.bench;

import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.trials.bench.engine.WalkingCrowd;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What a guest at a terminal has of it, and what it costs, while a thousand others walk: how soon
 * the first screen is there, how soon a key shows, how much is sent. Plain figures with a goal.
 */
final class TerminalFigures implements Probe {
  private static final String MAIN = "fwq.visitor.VisitorMain";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration KEY_MAX = Duration.ofSeconds(5);
  private static final Duration KEY_PAUSE = Duration.ofMillis(40);

  private static final double FIRST_SCREEN_SECONDS_GOAL = 0.7;
  private static final double KILOBYTES_GOAL = 10;
  private static final double CORES_GOAL = 0.1;
  private static final double MEGABYTES_GOAL = 150;
  private static final double KEY_MILLIS_GOAL = 50;

  private static final int CROWD = 1_000;
  private static final int SECONDS = 20;
  private static final int KEYS = 200;
  private static final int STARTS = 10;

  @Override
  public String name() {
    return "terminal";
  }

  /** Once: each look takes many samples. */
  @Override
  public int looks(boolean quick) {
    return 1;
  }

  @Override
  public List<Value> look(Workbench bench) throws IOException, Failure, InterruptedException {
    try (OpenPark park = new OpenPark(bench, List.of("--max-visitors", "2000"))) {
      List<Double> firsts = new ArrayList<>();
      for (int start = 0; start < bench.load(STARTS); start++) {
        firsts.add(firstScreen(bench, park));
      }
      boolean cached = Files.exists(bench.home().resolve("target/aot/visitor.aot"));
      List<Value> values = new ArrayList<>();
      values.add(
          new Value(
              cached ? "first screen, after fwq cache" : "first screen",
              "s",
              percentile(firsts.stream().sorted().toList(), 50),
              new Goal.AtMost(FIRST_SCREEN_SECONDS_GOAL)));
      KafkaClients kafka =
          new KafkaClients(new HostPort("127.0.0.1", park.brokerPort()), new Properties());
      try (var _ = WalkingCrowd.enter(kafka, park.secret(), bench.load(CROWD))) {
        values.addAll(visit(bench, park, "ana", 80, 24));
        values.addAll(visit(bench, park, "eva", 160, 50));
      }
      return values;
    }
  }

  /** From the command to the whole form, seconds. */
  private static double firstScreen(Workbench bench, OpenPark park)
      throws IOException, Failure, InterruptedException {
    try (PseudoTerminal terminal = visitor(bench, park, 80, 24)) {
      // The key line is written last.
      return (terminal.await("quit", PATIENCE) - terminal.startedAt()) / 1e9;
    }
  }

  private static PseudoTerminal visitor(Workbench bench, OpenPark park, int columns, int rows)
      throws IOException {
    return new PseudoTerminal(
        columns,
        rows,
        List.of(
            bench.home().resolve("scripts/fwq").toString(),
            "visitor",
            "127.0.0.1",
            Integer.toString(park.registryPort()),
            "127.0.0.1",
            Integer.toString(park.brokerPort()),
            "--lang",
            "en",
            "--data",
            bench.scratch().resolve("visitor").toString(),
            "--known-hosts",
            bench.scratch().resolve("known_hosts").toString()));
  }

  private static List<Value> visit(
      Workbench bench, OpenPark park, String alias, int columns, int rows)
      throws IOException, Failure, InterruptedException {
    try (PseudoTerminal terminal = visitor(bench, park, columns, rows)) {
      terminal.await("quit", PATIENCE);
      String password = "correct horse";
      terminal.press(
          "\t\t%s\t%s\t%s@example.org\t\t%s\t%s\r"
              .formatted(alias, alias, alias, password, password));
      terminal.await("Welcome", PATIENCE);
      terminal.press("e");
      terminal.await("inside", PATIENCE);
      terminal.await("@", PATIENCE);
      Stop stop = bench.stop();
      // The first second is spent on compiling.
      boolean _ = stop.await(Duration.ofSeconds(5));
      long start = System.nanoTime();
      long bytes = terminal.bytes();
      double processor = terminal.processorSeconds(MAIN);
      boolean _ = stop.await(Duration.ofSeconds(bench.load(SECONDS)));
      double took = (System.nanoTime() - start) / 1e9;
      double kilobytes = (terminal.bytes() - bytes) / 1e3 / took;
      double cores = (terminal.processorSeconds(MAIN) - processor) / took;
      List<Double> local = new ArrayList<>();
      List<Double> steps = new ArrayList<>();
      for (int key = 0; key < bench.load(KEYS) && !stop.requested(); key += 2) {
        local.add(press(terminal, "?", "diagonals", stop));
        local.add(press(terminal, " ", "autopilot", stop));
        steps.add(press(terminal, "l", "@", stop));
        steps.add(press(terminal, "h", "@", stop));
      }
      String size = ", " + columns + "x" + rows;
      List<Value> values = new ArrayList<>();
      values.add(
          new Value("sent to it" + size, "KB/s", kilobytes, new Goal.AtMost(KILOBYTES_GOAL)));
      values.add(
          new Value("its processor time" + size, "cores", cores, new Goal.AtMost(CORES_GOAL)));
      values.add(
          new Value(
              "its memory" + size,
              "MB resident",
              terminal.residentMegabytes(MAIN),
              new Goal.AtMost(MEGABYTES_GOAL)));
      values.addAll(keys("key to help" + size, local));
      values.addAll(keys("key to step" + size, steps));
      return values;
    }
  }

  private static List<Value> keys(String what, List<Double> millis) {
    List<Double> rising = millis.stream().sorted().toList();
    return List.of(
        new Value(what + ", p50", "ms", percentile(rising, 50), new Goal.ToKnow()),
        new Value(what + ", p99", "ms", percentile(rising, 99), new Goal.AtMost(KEY_MILLIS_GOAL)));
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
