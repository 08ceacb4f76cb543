package fwq.park;

import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.park.Plan.Component;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** One park from its opening to its closing. */
final class OpenPark {
  private final Plan plan;
  private final Launcher launcher;
  private final PrintWriter out;
  private final boolean headless;
  private final Stop stop;
  private final Supervisor supervisor;
  private final Path journal;
  private volatile boolean screenIsTheVisitors;

  OpenPark(Plan plan, Launcher launcher, PrintWriter out, boolean headless, Stop stop) {
    this.plan = plan;
    this.launcher = launcher;
    this.out = out;
    this.headless = headless;
    this.stop = stop;
    this.supervisor = new Supervisor(launcher, this::report, stop);
    this.journal = plan.data().resolve("logs").resolve("park.log");
  }

  /** Opens the park, waits for the end, closes the park. */
  void run() throws Failure, InterruptedException {
    try {
      if (open()) {
        tell("park is open");
        if (headless) {
          stop.await();
        } else {
          inFront(plan.visitor());
        }
      }
    } catch (IOException e) {
      throw new Failure("a program could not be started: " + e.getMessage(), e);
    } finally {
      stop.request();
      close(Duration.ofSeconds(1), Duration.ofMillis(1_200), Duration.ofMillis(1_300));
    }
  }

  /**
   * Opens the park, lets the guests walk a little, closes the park.
   *
   * @param patience how long programs may take to close, which write a lot then
   * @return whether it was open; otherwise stop was requested
   */
  boolean rehearse(Duration walk, Duration patience)
      throws Failure, IOException, InterruptedException {
    try {
      return open() && !stop.await(walk);
    } finally {
      stop.request();
      close(patience, patience, patience);
    }
  }

  /** Starts everything in order; false when stop was requested before all was ready. */
  private boolean open() throws Failure, IOException, InterruptedException {
    long began = System.currentTimeMillis();
    Readiness ready = new Readiness(stop);
    supervisor.start(plan.broker());
    Optional<Path> operator = plan.userFile("admin");
    if (operator.isPresent() && !ready.file(operator.get())) {
      return false;
    }
    KafkaClients kafka =
        new KafkaClients(
            new HostPort("127.0.0.1", plan.brokerPort().number()),
            operator.isPresent()
                ? CommonOptions.kafkaProperties(operator.get())
                : new Properties());
    supervisor.start(plan.registry());
    supervisor.start(plan.waitingTimeServer());
    if (!ready.broker(kafka)) {
      return false;
    }
    tell(plan.broker());
    supervisor.start(plan.engine());
    HostPort registry = new HostPort("127.0.0.1", plan.registryPort().number());
    if (!ready.registry(registry, plan.registryCertificate())) {
      return false;
    }
    tell(plan.registry());
    if (!ready.waitingTimeServer(new HostPort("127.0.0.1", plan.waitsPort().number()))) {
      return false;
    }
    tell(plan.waitingTimeServer());
    for (Component sensor : plan.sensors(System.currentTimeMillis())) {
      supervisor.start(sensor);
      tell(sensor);
    }
    if (!ready.engine(kafka, began)) {
      return false;
    }
    tell(plan.engine());
    // Nobody can enter before, and to hash their passwords would hold all others up.
    if (plan.crowd() > 0) {
      supervisor.start(plan.crowdOfGuests());
      tell(plan.crowdOfGuests());
    }
    return true;
  }

  private void inFront(Component visitor) throws IOException, InterruptedException {
    screenIsTheVisitors = true;
    Process process = launcher.startInFront(visitor);
    stop.onRequest(process::destroy);
    TerminalRescue.after(process.waitFor(), out);
    screenIsTheVisitors = false;
  }

  /** The guests first, so that they say goodbye; the broker last, so that they are heard. */
  private void close(Duration forGuests, Duration forServers, Duration forBroker)
      throws InterruptedException {
    List<String> rest = new ArrayList<>(supervisor.names());
    List<String> servers =
        List.of(plan.engine().name(), plan.registry().name(), plan.waitingTimeServer().name());
    List<String> broker = List.of(plan.broker().name());
    rest.removeAll(servers);
    rest.removeAll(broker);
    supervisor.close(rest, forGuests);
    supervisor.close(servers, forServers);
    supervisor.close(broker, forBroker);
    tell("park is closed");
  }

  private void tell(Component component) {
    tell("%-20s %s".formatted(component.name(), component.address()));
  }

  private void tell(String line) {
    out.println(line);
    journal(line);
  }

  /** Says something that happened by itself; not over a guest's screen. */
  private void report(String sentence) {
    if (!screenIsTheVisitors) {
      out.println(sentence);
    }
    journal(sentence);
  }

  private synchronized void journal(String line) {
    try {
      Files.writeString(
          journal,
          LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS)
              + " "
              + line
              + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      out.println("the file " + journal + " cannot be written");
    }
  }
}
