package fwq.trials.accidents;

import fwq.kit.program.Stop;
import fwq.trials.accidents.Scenario.Accident;
import fwq.trials.accidents.Scenario.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
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
  private static final long STILL_MILLIS_MIN = 2_000;
  private static final long STILL_MILLIS_MAX = 9_000;

  private final Scenario scenario;
  private final Stage stage;
  private final Watch watch;
  private final RandomGenerator random;
  private final PrintWriter out;
  private final PriorityQueue<Due> agenda = new PriorityQueue<>(Comparator.comparing(Due::at));
  private final Deque<Actor> next = new ArrayDeque<>();
  private final long began = System.nanoTime();

  /** What is to be done when. */
  private record Due(Duration at, Action action) {}

  @FunctionalInterface
  private interface Action {
    void run() throws IOException, InterruptedException;
  }

  Day(Scenario scenario, Stage stage, Watch watch, RandomGenerator random, PrintWriter out) {
    this.scenario = scenario;
    this.stage = stage;
    this.watch = watch;
    this.random = random;
    this.out = out;
  }

  /** Runs until all has happened and is mended, or stop is requested. */
  void run(Stop stop) throws IOException, InterruptedException {
    for (Accident accident : scenario.draw(random)) {
      agenda.add(new Due(accident.at(), () -> happen(accident.kind())));
    }
    agenda.add(new Due(scenario.length(), () -> {}));
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
      case OTHER -> strikeAnother();
    }
  }

  private void killEngine() {
    List<Actor> running = stage.runningEngines();
    if (running.isEmpty()) {
      in(AGAIN, this::killEngine);
      return;
    }
    Actor engine = running.get(random.nextInt(running.size()));
    Map<Integer, Long> owned = stage.ownedBy(engine);
    engine.kill();
    expect(Kind.ENGINE, owned);
    Duration rest = between(RESTART_MILLIS_MIN, RESTART_MILLIS_MAX);
    tell("%s is killed, back in %.1f s; %s".formatted(engine, rest.toMillis() / 1e3, parks(owned)));
    in(rest, engine::start);
  }

  private void killBroker() throws IOException {
    stage.broker().kill();
    for (int park = 0; park < scenario.parks(); park++) {
      watch.expect(Outage.ofBroker(park));
    }
    stage.broker().start();
    tell("the broker is killed and started again");
  }

  private void pauseOwner() throws IOException, InterruptedException {
    List<Actor> owners =
        stage.runningEngines().stream().filter(engine -> !stage.ownedBy(engine).isEmpty()).toList();
    if (owners.isEmpty()) {
      in(AGAIN, this::pauseOwner);
      return;
    }
    Actor engine = owners.get(random.nextInt(owners.size()));
    Map<Integer, Long> owned = stage.ownedBy(engine);
    engine.pause();
    expect(Kind.PAUSE, owned);
    tell("%s stands still for %d s; %s".formatted(engine, PAUSE.toSeconds(), parks(owned)));
    in(
        PAUSE,
        () -> {
          engine.resume();
          tell(engine + " goes on");
        });
  }

  /** Each of the others once, before any of them twice. */
  private void strikeAnother() throws IOException, InterruptedException {
    List<Actor> running = stage.runningOthers();
    next.retainAll(running);
    if (next.isEmpty()) {
      List<Actor> shuffled = new ArrayList<>(running);
      Collections.shuffle(shuffled, random);
      next.addAll(shuffled);
    }
    Actor actor = next.poll();
    if (actor == null) {
      in(AGAIN, this::strikeAnother);
    } else if (random.nextInt(3) == 0) {
      Duration still = between(STILL_MILLIS_MIN, STILL_MILLIS_MAX);
      actor.pause();
      tell("%s stands still for %.1f s".formatted(actor, still.toMillis() / 1e3));
      in(still, actor::resume);
    } else {
      Duration rest = between(RESTART_MILLIS_MIN, RESTART_MILLIS_MAX);
      actor.kill();
      tell("%s is killed, back in %.1f s".formatted(actor, rest.toMillis() / 1e3));
      in(rest, actor::start);
    }
  }

  private Duration between(long millisMin, long millisMax) {
    return Duration.ofMillis(random.nextLong(millisMin, millisMax + 1));
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
