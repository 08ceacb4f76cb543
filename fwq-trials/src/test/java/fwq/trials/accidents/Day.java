package fwq.trials.accidents;

import fwq.kit.program.Stop;
import fwq.trials.accidents.Plan.Accident;
import fwq.trials.accidents.Plan.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Lets the accidents happen, each at its moment, and mends what they broke. */
final class Day {
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final long RESTART_MILLIS_MIN = 200;
  private static final long RESTART_MILLIS_MAX = 4_000;

  private final Plan plan;
  private final Stage stage;
  private final Watch watch;
  private final RandomGenerator random;
  private final PrintWriter out;
  private final PriorityQueue<Due> agenda = new PriorityQueue<>(Comparator.comparing(Due::at));
  private final long began = System.nanoTime();

  /** What is to be done when. */
  private record Due(Duration at, Action action) {}

  @FunctionalInterface
  private interface Action {
    void run() throws IOException, InterruptedException;
  }

  Day(Plan plan, Stage stage, Watch watch, RandomGenerator random, PrintWriter out) {
    this.plan = plan;
    this.stage = stage;
    this.watch = watch;
    this.random = random;
    this.out = out;
  }

  /** Runs until all has happened and is mended, or stop is requested. */
  void run(Stop stop) throws IOException, InterruptedException {
    for (Accident accident : plan.draw(random)) {
      agenda.add(new Due(accident.at(), () -> happen(accident.kind())));
    }
    agenda.add(new Due(plan.length(), () -> {}));
    while (!agenda.isEmpty()) {
      if (stop.await(agenda.peek().at().minus(elapsed()))) {
        return;
      }
      agenda.poll().action().run();
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void in(Duration time, Action action) {
    agenda.add(new Due(elapsed().plus(time), action));
  }

  private void happen(Kind kind) throws IOException, InterruptedException {
    switch (kind) {
      case ENGINE -> killEngine();
      case BROKER -> killBroker();
      case PAUSE -> pauseOwner();
    }
  }

  private void killEngine() {
    List<EngineSlot> running = stage.running();
    if (running.isEmpty()) {
      in(AGAIN, this::killEngine);
      return;
    }
    EngineSlot engine = running.get(random.nextInt(running.size()));
    Map<Integer, Long> owned = stage.ownedBy(engine);
    stage.kill(engine);
    expect(Kind.ENGINE, owned);
    Duration rest = Duration.ofMillis(random.nextLong(RESTART_MILLIS_MIN, RESTART_MILLIS_MAX + 1));
    tell("%s is killed, back in %.1f s; %s".formatted(engine, rest.toMillis() / 1e3, parks(owned)));
    in(rest, () -> stage.restart(engine));
  }

  private void killBroker() throws IOException {
    stage.killBroker();
    for (int park = 0; park < plan.parks(); park++) {
      watch.expect(Outage.ofBroker(park));
    }
    stage.startBroker();
    tell("the broker is killed and started again");
  }

  private void pauseOwner() throws IOException, InterruptedException {
    List<EngineSlot> owners =
        stage.running().stream().filter(engine -> !stage.ownedBy(engine).isEmpty()).toList();
    if (owners.isEmpty()) {
      in(AGAIN, this::pauseOwner);
      return;
    }
    EngineSlot engine = owners.get(random.nextInt(owners.size()));
    Map<Integer, Long> owned = stage.ownedBy(engine);
    stage.pause(engine);
    expect(Kind.PAUSE, owned);
    tell("%s stands still for %d s; %s".formatted(engine, PAUSE.toSeconds(), parks(owned)));
    in(
        PAUSE,
        () -> {
          stage.resume(engine);
          tell(engine + " goes on");
        });
  }

  private void expect(Kind kind, Map<Integer, Long> owned) {
    owned.forEach((park, epoch) -> watch.expect(Outage.ofOwner(kind, park, epoch)));
  }

  private static String parks(Map<Integer, Long> owned) {
    return owned.isEmpty()
        ? "it owned no park"
        : owned.entrySet().stream()
            .map(entry -> "it owned park " + entry.getKey() + " in epoch " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  private void tell(String sentence) {
    out.println("%7.1f s  %s".formatted(elapsed().toMillis() / 1e3, sentence));
  }
}
