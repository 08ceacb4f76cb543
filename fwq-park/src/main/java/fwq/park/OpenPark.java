package fwq.park;

import fwq.common.programs.ParkPart;
import fwq.common.programs.ParkPart.Ready;
import fwq.common.programs.ProgramRow;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One park from its opening to its closing. */
final class OpenPark {
  /** The crowd starts, logs in and takes some steps. */
  private static final Duration WALK = Duration.ofSeconds(7);

  /** After a rehearsal programs write a lot when they end, and all of them at once. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

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

  /**
   * Opens the park, waits for the end, closes the park.
   *
   * @param afterwards to be begun when it is open; must not wait
   */
  void run(Runnable afterwards) throws Failure, InterruptedException {
    try {
      if (open()) {
        tell("park is open");
        startTheRest();
        afterwards.run();
        if (headless) {
          stop.await();
        } else {
          inFront(plan.inFront());
        }
      }
    } catch (IOException e) {
      throw new Failure("a program could not be started: " + e.getMessage(), e);
    } finally {
      stop.request();
      close(Duration.ofSeconds(1), Duration.ofMillis(1_200), Duration.ofMillis(1_300));
    }
  }

  /** Opens the park, lets the guests walk a little, closes the park. */
  void rehearse() throws Failure, IOException, InterruptedException {
    try {
      if (open()) {
        startTheRest();
        boolean _ = stop.await(WALK);
      }
    } finally {
      stop.request();
      close(PATIENCE, PATIENCE, PATIENCE);
    }
  }

  /** Starts everything in order; false when stop was requested before all was ready. */
  private boolean open() throws Failure, IOException, InterruptedException {
    Readiness readiness = new Readiness(plan, stop);
    List<ProgramRow> pending = new ArrayList<>(plan.rows());
    pending.removeIf(row -> row.park().orElseThrow().afterOpen());
    List<ProgramRow> started = new ArrayList<>();
    Set<String> ready = new HashSet<>();
    while (!pending.isEmpty() || !started.isEmpty()) {
      for (ProgramRow row : List.copyOf(pending)) {
        if (ready.containsAll(row.park().orElseThrow().after())) {
          if (!row.rights().isEmpty() && !readiness.users()) {
            return false;
          }
          pending.remove(row);
          start(row);
          if (row.park().orElseThrow().ready().isPresent()) {
            started.add(row);
          }
        }
      }
      if (started.isEmpty()) {
        break;
      }
      ProgramRow next = started.removeFirst();
      if (!readiness.await(next, next.park().orElseThrow().ready().orElseThrow())) {
        return false;
      }
      ready.add(next.command());
      plan.components(next, 0).forEach(this::tell);
    }
    return true;
  }

  /** What nobody waits for is told at once. */
  private void start(ProgramRow row) throws IOException {
    ParkPart part = row.park().orElseThrow();
    for (Component component : plan.components(row, System.currentTimeMillis())) {
      supervisor.start(component);
      if (part.ready().isEmpty() || part.afterOpen()) {
        tell(component);
      }
    }
  }

  /** Starts what the opening does not wait for. */
  private void startTheRest() throws IOException {
    for (ProgramRow row : plan.rows()) {
      if (row.park().orElseThrow().afterOpen() && !stop.requested()) {
        start(row);
      }
    }
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
    supervisor.close(it -> ready(it).isEmpty(), forGuests);
    supervisor.close(it -> !isBroker(it), forServers);
    supervisor.close(OpenPark::isBroker, forBroker);
    tell("park is closed");
  }

  private static Optional<Ready> ready(Component component) {
    return component.row().park().flatMap(ParkPart::ready);
  }

  private static boolean isBroker(Component component) {
    return ready(component).filter(Ready.Topics.class::isInstance).isPresent();
  }

  private void tell(Component component) {
    tell("%-20s %s".formatted(component.name(), component.shows()));
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
