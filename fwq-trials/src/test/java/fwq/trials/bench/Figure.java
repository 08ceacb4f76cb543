package fwq.trials.bench;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came out: so much of something, and what that is held against.
 *
 * @param measurement the name of what gave it
 * @param what such as {@code engine}
 * @param unit such as {@code moves a second}
 * @param beside the other side of a duel
 */
record Figure(
    String measurement,
    String what,
    String unit,
    Samples samples,
    Optional<Beside> beside,
    Goal goal) {

  /** The other side: what it is, and how it did in the same run. */
  record Beside(String what, Samples samples) {}

  /** The median beside the other side's, where there is one. */
  OptionalDouble ratio() {
    return beside.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(samples.median() / beside.get().samples().median());
  }

  /** How much of the goal is reached: 1 is all of it. */
  double reached() {
    return goal.reached(
        samples.median(), beside.map(it -> it.samples().median()).orElse(Double.NaN));
  }

  /** The outcome in a word or two. */
  String verdict() {
    if (goal instanceof Goal.ToKnow) {
      return "";
    }
    double reached = reached();
    return reached >= 1
        ? "reached"
        : goal instanceof Goal.AtLeastTimes
            ? "short by %.0f %%".formatted(100 * (1 - reached))
            : "over by %.0f %%".formatted(100 * (1 / reached - 1));
  }
}
