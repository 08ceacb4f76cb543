package fwq.trials.accidents;

import fwq.trials.programs.Running;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the engines: the process that runs it now, and what it says it owns. */
final class EngineSlot {
  private static final Pattern TAKEN = Pattern.compile("park (\\d+) is ours.*epoch (\\d+)");
  private static final Pattern LOST =
      Pattern.compile("park (\\d+) is (?:given up|somebody else's)");

  private final int number;
  private Running running;
  private State state = State.RUNNING;

  /** How the process is. */
  enum State {
    /** It runs, as far as we know. */
    RUNNING,
    /** It stands still. */
    PAUSED,
    /** It was killed, and will be started again. */
    KILLED
  }

  EngineSlot(int number, Running running) {
    this.number = number;
    this.running = running;
  }

  void started(Running anew) {
    running = anew;
    state = State.RUNNING;
  }

  void become(State state) {
    this.state = state;
  }

  State state() {
    return state;
  }

  Running running() {
    return running;
  }

  /** The parks that it took and did not let go of by its own words, and the epochs it gave them. */
  Map<Integer, Long> epochs() {
    Map<Integer, Long> epochs = new HashMap<>();
    if (state == State.KILLED) {
      return epochs;
    }
    for (String line : running.lines()) {
      Matcher taken = TAKEN.matcher(line);
      Matcher lost = LOST.matcher(line);
      if (taken.find()) {
        epochs.put(Integer.valueOf(taken.group(1)), Long.valueOf(taken.group(2)));
      } else if (lost.find()) {
        epochs.remove(Integer.valueOf(lost.group(1)));
      }
    }
    return epochs;
  }

  @Override
  public String toString() {
    return "engine " + number;
  }
}
