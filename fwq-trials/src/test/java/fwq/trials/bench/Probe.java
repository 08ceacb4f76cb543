package fwq.trials.bench;

import java.util.List;

/** One program by itself, held against limits: nobody else does the same. */
public non-sealed interface Probe extends Measurement {
  /** Looks once. Each look gives the same values in the same order, each of a name of its own. */
  List<Value> look(Workbench bench) throws Exception;

  /** How often to look: a rough figure needs one look, and so does what is the same each time. */
  default int looks(boolean quick) {
    return quick ? 1 : 5;
  }

  /**
   * One of the things seen.
   *
   * @param what such as {@code to 'park is open'}
   * @param unit such as {@code s}
   * @param goal what is wanted of it
   */
  record Value(String what, String unit, double value, Goal goal) {}
}
