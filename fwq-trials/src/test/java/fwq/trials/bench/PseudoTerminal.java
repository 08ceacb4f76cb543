package fwq.trials.bench;

import fwq.kit.program.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A program at a terminal that is nobody's, made by util-linux's {@code script}: keys go in, and
 * what the program writes is counted and searched.
 */
final class PseudoTerminal implements AutoCloseable {
  /** So much of what was written since the last {@link #press} is kept to be searched. */
  private static final int CHARACTERS_MAX = 1 << 18;

  /** Linux counts a process's time in hundredths of a second, whatever the kernel's own tick is. */
  private static final double TICKS_PER_SECOND = 100;

  private static final Duration END_MAX = Duration.ofSeconds(10);
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  /** What a terminal does not show: colours, places of the cursor, modes. */
  private static final Pattern CONTROL =
      Pattern.compile("\033\\[[0-9;?>=]*[ -/]*[@-~]|\033[()][A-Z0-9]|\033[=>78]|[\000-\037]");

  private final Process script;
  private final OutputStream keys;
  private final long startedAt = System.nanoTime();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final StringBuilder recent = new StringBuilder();
  private long bytes;
  private long writtenAt;
  private boolean ended;

  /** Starts a program in a terminal of that size. */
  PseudoTerminal(int columns, int rows, List<String> command) throws IOException {
    String line =
        "stty cols %d rows %d; exec %s"
            .formatted(
                columns,
                rows,
                command.stream().map(PseudoTerminal::quoted).collect(Collectors.joining(" ")));
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qefc", line, "/dev/null").redirectErrorStream(true);
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("NO_COLOR");
    script = builder.start();
    keys = script.getOutputStream();
    var _ = Thread.ofPlatform().name("pseudo-terminal").daemon().start(this::read);
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private void read() {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = script.getInputStream()) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        take(new String(buffer, 0, length, StandardCharsets.ISO_8859_1), System.nanoTime());
      }
    } catch (IOException e) {
      // It has ended; whoever waits for more is told.
    }
    lock.lock();
    try {
      ended = true;
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void take(String part, long now) {
    lock.lock();
    try {
      bytes += part.length();
      writtenAt = now;
      if (recent.length() + part.length() <= CHARACTERS_MAX) {
        recent.append(part);
      }
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Presses keys, one after the other. */
  void press(String text) throws IOException {
    lock.lock();
    try {
      recent.setLength(0);
    } finally {
      lock.unlock();
    }
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /**
   * Waits until this, in ASCII, has been written since the last {@link #press}.
   *
   * @return when it was, as {@link System#nanoTime} counts
   */
  long await(String text, Duration most) throws InterruptedException, Failure {
    long left = most.toNanos();
    lock.lock();
    try {
      while (!CONTROL.matcher(recent).replaceAll("").contains(text)) {
        if (ended || left <= 0) {
          throw new Failure(
              "the terminal did not show '%s' within %d s; what was written: %s"
                  .formatted(text, most.toSeconds(), CONTROL.matcher(recent).replaceAll(" ")));
        }
        left = written.awaitNanos(left);
      }
      return writtenAt;
    } finally {
      lock.unlock();
    }
  }

  /** When the program was started, as {@link System#nanoTime} counts. */
  long startedAt() {
    return startedAt;
  }

  /** How much has been written so far. */
  long bytes() {
    lock.lock();
    try {
      return bytes;
    } finally {
      lock.unlock();
    }
  }

  /** Processor seconds of the program with that main class so far. */
  double processorSeconds(String main) throws IOException, Failure {
    String stat = Files.readString(about(main).resolve("stat"));
    // The second field is a name in parentheses; user and system time are the 14th and 15th.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /** Resident memory, in MB, of the program with that main class. */
  double residentMegabytes(String main) throws IOException, Failure {
    Matcher kilobytes = RESIDENT.matcher(Files.readString(about(main).resolve("status")));
    return kilobytes.find() ? Long.parseLong(kilobytes.group(1)) / 1024.0 : Double.NaN;
  }

  private Path about(String main) throws Failure {
    return script
        .descendants()
        .filter(process -> List.of(process.info().arguments().orElse(new String[0])).contains(main))
        .findFirst()
        .map(process -> Path.of("/proc", Long.toString(process.pid())))
        .orElseThrow(() -> new Failure("no process of " + main + " runs in the terminal"));
  }

  /** Ends the program as Ctrl-C does. */
  @Override
  public void close() {
    try {
      press("\003");
    } catch (IOException e) {
      // It has ended already.
    }
    // What does not end is ended: closing never waits for ever.
    var _ =
        script
            .onExit()
            .completeOnTimeout(script, END_MAX.toSeconds(), TimeUnit.SECONDS)
            .thenAccept(
                late -> {
                  late.descendants().forEach(ProcessHandle::destroyForcibly);
                  late.destroyForcibly();
                })
            .join();
  }
}
