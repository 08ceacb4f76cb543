package fwq.trials.accidents;

import fwq.trials.accidents.Cast.Role;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.io.IOException;
import java.util.List;

/** One of the park's programs, and the process that runs it now. For one thread. */
final class Actor {
  private final Role role;
  private final Programs programs;
  private Running running;
  private State state;

  /** How the process is. */
  enum State {
    /** It runs, as far as we know. */
    RUNNING,
    /** It stands still. */
    PAUSED,
    /** It was killed, and will be started again. */
    KILLED,
    /** It was asked to end. */
    ENDED
  }

  /** Starts it. */
  Actor(Role role, Programs programs) throws IOException {
    this.role = role;
    this.programs = programs;
    start();
  }

  /** Starts it, for the first time or again. */
  void start() throws IOException {
    running = programs.start(role.command(), role.arguments().toArray(String[]::new));
    state = State.RUNNING;
  }

  void kill() {
    running.kill();
    state = State.KILLED;
  }

  /** Makes it stand still, as a machine out of memory or a debugger would. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
    state = State.PAUSED;
  }

  void resume() throws IOException, InterruptedException {
    signal("CONT");
    state = State.RUNNING;
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(running.handle().pid());
    int code = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    if (code != 0) {
      throw new IOException("the signal " + name + " did not reach " + this);
    }
  }

  /** Asks it to end, as a service manager would. */
  void end() {
    state = State.ENDED;
    running.terminate();
  }

  boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Whether it is not there, without our doing. */
  boolean isCasualty() {
    return state == State.RUNNING && !running.handle().isAlive();
  }

  Running running() {
    return running;
  }

  /** The last that it said. */
  String lastWords() {
    List<String> lines = running.lines();
    return lines.isEmpty() ? "none" : lines.getLast();
  }

  @Override
  public String toString() {
    return role.name();
  }
}
