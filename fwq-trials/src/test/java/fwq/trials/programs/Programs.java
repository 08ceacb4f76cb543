package fwq.trials.programs;

import fwq.common.programs.Installation;
import fwq.kit.net.HostPort;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Starts programs from the built jars, and ends all of them when closed. */
public final class Programs implements AutoCloseable {
  /**
   * Long enough for a machine on which twenty others are at work; a test that works never waits so
   * long.
   */
  public static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Installation INSTALLATION = Installation.here();
  private final List<Running> all = new ArrayList<>();

  /** Starts a program with these arguments. */
  public Running start(String program, String... arguments) throws IOException {
    return begin(program, command(program, arguments));
  }

  /** Starts a program that only answers and ends, and so knows no {@code --parent}. */
  public Running ask(String program, String... arguments) throws IOException {
    return begin(program, INSTALLATION.start(program, List.of(arguments)));
  }

  private Running begin(String program, List<String> command) throws IOException {
    Running running =
        new Running(program, new ProcessBuilder(command).redirectErrorStream(true).start());
    all.add(running);
    return running;
  }

  /**
   * The command that starts a program with these arguments. The program ends with this one at the
   * latest, however this one ends.
   */
  public static List<String> command(String program, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--parent", Long.toString(ProcessHandle.current().pid())));
    return INSTALLATION.start(program, all);
  }

  /** All that were started, also those that have ended. */
  public List<Running> all() {
    return List.copyOf(all);
  }

  /** Writes what each program said into a file of its own. */
  public void writeLogs(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int number = 0; number < all.size(); number++) {
      Running running = all.get(number);
      Files.write(folder.resolve("%03d-%s.log".formatted(number, running)), running.lines());
    }
  }

  /** Whether nobody listens on this port. */
  public static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port)) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** This machine, at a port. */
  public static HostPort here(int port) {
    return new HostPort("127.0.0.1", port);
  }

  /** Says on the console how a long test goes on. */
  public static void progress(String what) {
    LoggerFactory.getLogger(Programs.class).info("test: {}", what);
  }

  /** Ends all of them at once, as a power cut would. */
  public void kill() {
    all.forEach(Running::kill);
  }

  @Override
  public void close() {
    for (Running running : all.reversed()) {
      running.terminate();
    }
    for (Running running : all.reversed()) {
      if (!running
          .handle()
          .onExit()
          .orTimeout(6, TimeUnit.SECONDS)
          .handle((handle, late) -> late == null)
          .join()) {
        running.kill();
      }
    }
  }
}
