package fwq.trials.accidents;

import fwq.common.programs.Topics;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.trials.accidents.EngineSlot.State;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The programs of the parks, as real processes on this machine. For one thread. */
final class Stage implements AutoCloseable {
  private static final String HERE = "127.0.0.1";

  private final Plan plan;
  private final Path data;
  private final Programs programs = new Programs();
  private final List<EngineSlot> engines = new ArrayList<>();
  private final List<Running> crowds = new ArrayList<>();
  private final Map<String, Running> servers = new HashMap<>();
  private Running broker;

  Stage(Plan plan, Path data) {
    this.plan = plan;
    this.data = data;
  }

  /** How to reach the broker. */
  KafkaClients kafka() {
    return new KafkaClients(new HostPort(HERE, plan.basePort()), new Properties());
  }

  /** Starts all but the guests, and waits until they are ready. */
  void open(Stop stop) throws IOException, InterruptedException, Failure {
    startBroker();
    String brokerPort = Integer.toString(plan.basePort());
    String waitsPort = Integer.toString(plan.waitsPort());
    try {
      broker.awaitLine("broker listens", Programs.PATIENCE);
      if (!kafka().awaitTopics(stop, plan.parks(), Topics.readAll())) {
        return;
      }
      servers.put(
          "registry",
          start(
              "registry",
              Integer.toString(plan.registryPort()),
              "--broker",
              HERE + ":" + brokerPort));
      servers.put(
          "waiting time server",
          start("waitingtimeserver", waitsPort, HERE, brokerPort, "--parks", parks()));
      for (String ride : List.of("0", "1")) {
        servers.put("sensor " + ride, start("sensor", ride, HERE, brokerPort, "--minute", "500ms"));
      }
      for (int number = 0; number < plan.engines(); number++) {
        engines.add(new EngineSlot(number, startEngine()));
      }
      servers.get("registry").awaitLine("registry listens", Programs.PATIENCE);
    } catch (TimeoutException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  /** Lets a crowd for each park log in and enter. */
  void invite(long seed) throws IOException {
    for (int park = 0; park < plan.parks(); park++) {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  HERE,
                  Integer.toString(plan.registryPort()),
                  HERE,
                  Integer.toString(plan.basePort()),
                  "--trust",
                  data.resolve("registry.crt").toString(),
                  "--crowd",
                  Integer.toString(plan.guests()),
                  "--crowd-name",
                  "p" + park,
                  "--minute",
                  "500ms",
                  "--seed",
                  Long.toString(seed + park)));
      if (plan.parks() > 1) {
        arguments.addAll(List.of("--park", Integer.toString(park)));
      }
      crowds.add(start("visitor", arguments.toArray(String[]::new)));
    }
  }

  void startBroker() throws IOException {
    broker = start("broker", Integer.toString(plan.basePort()));
  }

  void killBroker() {
    broker.kill();
  }

  void kill(EngineSlot engine) {
    engine.running().kill();
    engine.become(State.KILLED);
  }

  void restart(EngineSlot engine) throws IOException {
    engine.started(startEngine());
  }

  /** Makes an engine stand still, as a machine out of memory or a debugger would. */
  void pause(EngineSlot engine) throws IOException, InterruptedException {
    signal("STOP", engine);
    engine.become(State.PAUSED);
  }

  void resume(EngineSlot engine) throws IOException, InterruptedException {
    signal("CONT", engine);
    engine.become(State.RUNNING);
  }

  private static void signal(String name, EngineSlot engine)
      throws IOException, InterruptedException {
    String pid = Long.toString(engine.running().handle().pid());
    int code = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    if (code != 0) {
      throw new IOException("the signal " + name + " did not reach " + engine);
    }
  }

  private Running startEngine() throws IOException {
    return start(
        "engine",
        HERE,
        Integer.toString(plan.basePort()),
        Integer.toString(plan.capacity()),
        HERE,
        Integer.toString(plan.waitsPort()),
        "--parks",
        parks());
  }

  private String parks() {
    return Integer.toString(plan.parks());
  }

  private Running start(String program, String... arguments) throws IOException {
    // They end with us, however that may be.
    String us = Long.toString(ProcessHandle.current().pid());
    return programs.start(
        program,
        Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString(), "--parent", us))
            .toArray(String[]::new));
  }

  /** The engines that run. */
  List<EngineSlot> running() {
    return engines.stream().filter(engine -> engine.state() == State.RUNNING).toList();
  }

  /** The parks that an engine owns, and their epochs: those that no engine took later. */
  Map<Integer, Long> ownedBy(EngineSlot engine) {
    Map<Integer, Long> owned = engine.epochs();
    for (EngineSlot other : engines) {
      if (other != engine) {
        other
            .epochs()
            .forEach(
                (park, epoch) -> {
                  if (owned.getOrDefault(park, Long.MAX_VALUE) < epoch) {
                    owned.remove(park);
                  }
                });
      }
    }
    return owned;
  }

  /** What died without our doing, with its last words. */
  List<String> casualties() {
    Map<String, Running> all = new HashMap<>(servers);
    all.put("broker", broker);
    engines.stream()
        .filter(engine -> engine.state() != State.KILLED)
        .forEach(engine -> all.put(engine.toString(), engine.running()));
    for (int park = 0; park < crowds.size(); park++) {
      all.put("crowd of park " + park, crowds.get(park));
    }
    return all.entrySet().stream()
        .filter(entry -> !entry.getValue().handle().isAlive())
        .map(entry -> entry.getKey() + " died by itself, its last words: " + last(entry.getValue()))
        .sorted()
        .toList();
  }

  private static String last(Running running) {
    List<String> lines = running.lines();
    return lines.isEmpty() ? "none" : lines.getLast();
  }

  /** Sends the guests home: they say goodbye. */
  void sendHome() throws InterruptedException, Failure {
    crowds.forEach(Running::terminate);
    await(crowds);
  }

  /** Ends the engines as a service manager would. */
  void stopEngines() throws InterruptedException, Failure {
    List<Running> some = engines.stream().map(EngineSlot::running).toList();
    some.forEach(Running::terminate);
    await(some);
  }

  private static void await(List<Running> some) throws InterruptedException, Failure {
    try {
      for (Running running : some) {
        var _ = running.awaitExit(Programs.PATIENCE);
      }
    } catch (TimeoutException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  /** Writes what each program said into a file of its own. */
  void writeLogs(Path folder) throws IOException {
    programs.writeLogs(folder);
  }

  @Override
  public void close() {
    programs.kill();
  }
}
