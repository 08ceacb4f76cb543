package fwq.trials.accidents;

import fwq.common.programs.Topics;
import fwq.common.talk.trips.Leg;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.trials.accidents.Cast.Role;
import fwq.trials.programs.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs of the parks, as real processes on this machine. For one thread. */
final class Stage implements AutoCloseable {
  private final Scenario scenario;
  private final Cast cast;
  private final Programs programs = new Programs();
  private final List<Actor> engines = new ArrayList<>();
  private final List<Actor> crowds = new ArrayList<>();
  private final List<Actor> others = new ArrayList<>();
  private Actor broker;

  Stage(Scenario scenario, Cast cast) {
    this.scenario = scenario;
    this.cast = cast;
  }

  /** How to reach the broker. */
  KafkaClients kafka() {
    return new KafkaClients(Programs.here(cast.port("broker")), new Properties());
  }

  /** Where a program listens. */
  HostPort address(String name) {
    return Programs.here(cast.port(name));
  }

  /** Where those who sell parts of trips listen. */
  Map<Leg, HostPort> sellers() {
    return Cast.SELLERS.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> address(it.getValue())));
  }

  /** Starts all but the guests, and waits until they are ready. */
  void open(Stop stop) throws IOException, InterruptedException, Failure {
    broker = new Actor(cast.broker(), programs);
    try {
      broker.running().awaitLine("broker listens", Programs.PATIENCE);
      if (!kafka().awaitTopics(stop, scenario.parks(), Topics.readAll())) {
        return;
      }
      start(cast.others(false), others);
      start(cast.engines(), engines);
      other("registry").running().awaitLine("registry listens", Programs.PATIENCE);
      start(cast.others(true), others);
      start(cast.apart(), others);
      other("guild").running().awaitLine("guild listens", Programs.PATIENCE);
    } catch (TimeoutException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private void start(List<Role> roles, List<Actor> actors) throws IOException {
    for (Role role : roles) {
      actors.add(new Actor(role, programs));
    }
  }

  private Actor other(String name) {
    return others.stream().filter(it -> it.toString().equals(name)).findFirst().orElseThrow();
  }

  /** Lets a crowd for each park log in and enter. */
  void invite(long seed) throws IOException {
    start(cast.crowds(seed), crowds);
  }

  Actor broker() {
    return broker;
  }

  /** The engines that run. */
  List<Actor> runningEngines() {
    return engines.stream().filter(Actor::isRunning).toList();
  }

  /** The programs that run and are neither broker, engine nor crowd. */
  List<Actor> runningOthers() {
    return others.stream().filter(Actor::isRunning).toList();
  }

  /** The parks that an engine owns, and their epochs: those that no engine took later. */
  Map<Integer, Long> ownedBy(Actor engine) {
    return OwnedParks.of(engine, engines);
  }

  /** What died without our doing, with its last words. */
  List<String> casualties() {
    return Stream.of(List.of(broker), engines, crowds, others)
        .flatMap(List::stream)
        .filter(Actor::isCasualty)
        .map(it -> it + " died by itself, its last words: " + it.lastWords())
        .sorted()
        .toList();
  }

  /** Sends the guests home: they say goodbye. */
  void sendHome() throws InterruptedException, Failure {
    end(crowds);
  }

  /** Ends the engines as a service manager would. */
  void stopEngines() throws InterruptedException, Failure {
    end(engines);
  }

  /**
   * Ends those that go on saying something by themselves, so that what they said can be counted.
   */
  void silence() throws InterruptedException, Failure {
    end(List.of(other("carts"), other("turnstile")));
  }

  /** Runs what says whether the journal is whole, and gives what it said; nothing when it is. */
  List<String> checkJournal() throws IOException, InterruptedException, Failure {
    Actor check = new Actor(cast.journalCheck(), programs);
    try {
      int code = check.running().awaitExit(Programs.PATIENCE);
      return code == 0 ? List.of() : check.running().lines();
    } catch (TimeoutException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private static void end(List<Actor> some) throws InterruptedException, Failure {
    some.forEach(Actor::end);
    try {
      for (Actor actor : some) {
        var _ = actor.running().awaitExit(Programs.PATIENCE);
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
