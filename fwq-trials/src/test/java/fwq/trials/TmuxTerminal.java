package fwq.trials;

import fwq.kit.program.Stop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A terminal with a program in it, held by a tmux of its own: keys go in, the screen is read. */
final class TmuxTerminal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final String server = "fwq-test-" + ProcessHandle.current().pid();
  private final Path folder;

  /**
   * Runs this shell script in a terminal of that size.
   *
   * @param folder where to keep what the script's shell needs
   */
  TmuxTerminal(Path folder, int columns, int rows, String script) throws Exception {
    this.folder = folder;
    Path file = Files.writeString(folder.resolve("terminal.sh"), script);
    Path configuration =
        Files.writeString(
            folder.resolve("tmux.conf"),
            "set -g remain-on-exit on\nset -g default-terminal screen-256color\n");
    tmux(
        "-f",
        configuration.toString(),
        "-u",
        "new-session",
        "-d",
        "-x",
        Integer.toString(columns),
        "-y",
        Integer.toString(rows),
        "sh",
        file.toString());
  }

  /** Whether there is a tmux on this machine. */
  static boolean isInstalled() {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Presses keys, by tmux's names for them. */
  void press(String... keys) throws Exception {
    List<String> command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    tmux(command.toArray(String[]::new));
  }

  /** Types a text. */
  void type(String text) throws Exception {
    tmux("send-keys", "-l", text);
  }

  /** Gives the terminal another size. */
  void resize(int columns, int rows) throws Exception {
    tmux("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
  }

  /** What is on the screen. */
  String screen() throws Exception {
    return tmux("capture-pane", "-p");
  }

  /** What tmux knows of it, in its own form, such as {@code #{pane_pid}}. */
  String ask(String form) throws Exception {
    return tmux("display-message", "-p", form).strip();
  }

  /** Waits until this is on the screen, and gives the whole of it. */
  String await(String part) throws Exception {
    return await(part, screen -> screen.contains(part));
  }

  /** Waits for such a screen. */
  String await(String what, Predicate<String> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Stop never = new Stop();
    String screen = screen();
    while (!condition.test(screen)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "no '" + what + "' on the screen within " + PATIENCE + ":\n" + screen);
      }
      never.await(PAUSE);
      screen = screen();
    }
    return screen;
  }

  private String tmux(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("tmux.out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("tmux does not answer to " + command);
    }
    String answer = Files.readString(said, StandardCharsets.UTF_8);
    if (process.exitValue() != 0) {
      throw new AssertionError("tmux refuses " + command + ": " + answer);
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    new ProcessBuilder("tmux", "-L", server, "kill-server").start().onExit().join();
  }
}
