package fwq.trials.programs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** One process, and every line it said. */
public final class Running {
  private final String name;
  private final Process process;
  private final Thread reader;
  private final List<String> lines = new ArrayList<>();

  Running(String name, Process process) {
    this.name = name;
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException e) {
      // The stream is closed under its reader when the process is ended by force.
    } finally {
      synchronized (lines) {
        lines.notifyAll();
      }
    }
  }

  /**
   * Waits until it has said this, and gives the line.
   *
   * @throws TimeoutException with all it said instead
   */
  public String awaitLine(String part, Duration limit)
      throws InterruptedException, TimeoutException {
    return awaitLine(Pattern.compile(Pattern.quote(part)), limit);
  }

  /**
   * Waits until it has said something like this, and gives the line.
   *
   * @throws TimeoutException with all it said instead
   */
  public String awaitLine(Pattern part, Duration limit)
      throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + limit.toNanos();
    synchronized (lines) {
      while (true) {
        for (String line : lines) {
          if (part.matcher(line).find()) {
            return line;
          }
        }
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0 || (!process.isAlive() && !reader.isAlive())) {
          throw new TimeoutException(name + " never said '" + part + "'; it said " + lines);
        }
        lines.wait(Math.min(millis, 1_000));
      }
    }
  }

  /** All it has said so far. */
  public String said() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  /**
   * Waits until it ends, and gives its exit code.
   *
   * @throws TimeoutException with all it said, when it does not
   */
  public int awaitExit(Duration limit) throws InterruptedException, TimeoutException {
    if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException(name + " did not end within " + limit + "; it said " + said());
    }
    reader.join();
    return process.exitValue();
  }

  /** Every line so far, in order. */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** Asks it to end, as Ctrl-C or a service manager would. */
  public void terminate() {
    process.destroy();
  }

  /** Ends it as a power cut would. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public String toString() {
    return name;
  }

  /** The process, for signals. */
  public ProcessHandle handle() {
    return process.toHandle();
  }
}
