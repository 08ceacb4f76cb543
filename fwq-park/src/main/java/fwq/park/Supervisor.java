package fwq.park;

import fwq.kit.program.Backoff;
import fwq.kit.program.Stop;
import fwq.park.Plan.Component;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Keeps programs running: one that dies is reported and started again, with back-off. One thread
 * waits for each.
 */
final class Supervisor {
  /** One that ran for so long did not die of its start. */
  private static final Duration HEALTHY = Duration.ofSeconds(30);

  private final Launcher launcher;
  private final Consumer<String> report;
  private final Stop stop;
  private final List<Watched> watched = new ArrayList<>();

  /**
   * A supervisor of nothing yet.
   *
   * @param report gets a sentence for each death
   * @param stop from then on nothing is started again
   */
  Supervisor(Launcher launcher, Consumer<String> report, Stop stop) {
    this.launcher = launcher;
    this.report = report;
    this.stop = stop;
  }

  /** Starts a program and looks after it. */
  void start(Component component) throws IOException {
    Watched one = new Watched(component, launcher.start(component));
    watched.add(one);
    Thread.ofVirtual().name(component.name()).start(() -> keep(one));
  }

  private void keep(Watched one) {
    Backoff backoff =
        new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), RandomGenerator.getDefault());
    Death last = new Death(0, "");
    int times = 0;
    try {
      while (true) {
        long startedAt = System.nanoTime();
        int code = one.process.waitFor();
        if (stop.requested()) {
          return;
        }
        if (System.nanoTime() - startedAt > HEALTHY.toNanos()) {
          backoff.reset();
        }
        Duration pause = backoff.next();
        Death death = Death.of(code, launcher.lastWords(one.component));
        times = death.isOfTheSameAs(last) ? times + 1 : 1;
        last = death;
        report.accept(sentence(one.component, death, times, pause));
        if (stop.await(pause)) {
          return;
        }
        one.restart(launcher, stop);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      report.accept(one.component.name() + " could not be started again: " + e.getMessage());
    }
  }

  /**
   * Closes some programs, all at once, and waits until they have. Those that are closed are no
   * trouble.
   *
   * @param patience how long they may take before they are ended by force
   */
  void close(Predicate<Component> which, Duration patience) throws InterruptedException {
    List<Watched> some = watched.stream().filter(one -> which.test(one.component)).toList();
    some.forEach(Watched::ask);
    long deadline = System.nanoTime() + patience.toNanos();
    for (Watched one : some) {
      if (!one.process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        one.process.destroyForcibly().waitFor();
      }
    }
  }

  private String sentence(Component component, Death death, int times, Duration pause) {
    String again = "starting it again in %.1f s".formatted(pause.toMillis() / 1000.0);
    return times == 1
        ? "%s died (%s); %s".formatted(component.name(), death.how(), again)
        : "%s died of the same as before, %d times in a row (%s): %s; %s. It will not mend by itself: look into %s"
            .formatted(
                component.name(),
                times,
                death.how(),
                death.words(),
                again,
                launcher.log(component));
  }

  /** A program and the process that runs it now. */
  private static final class Watched {
    private final Component component;
    private volatile Process process;

    Watched(Component component, Process process) {
      this.component = component;
      this.process = process;
    }

    /** Together with {@link #ask}: nothing starts once all have been asked to end. */
    synchronized void restart(Launcher launcher, Stop stop) throws IOException {
      if (!stop.requested()) {
        process = launcher.start(component);
      }
    }

    synchronized void ask() {
      process.destroy();
    }
  }
}
