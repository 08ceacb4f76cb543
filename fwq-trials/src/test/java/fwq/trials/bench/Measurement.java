package fwq.trials.bench;

/** Something to measure: two ways to do the same, in turns, or one program by itself. */
public sealed interface Measurement permits Duel, Probe {
  /** One word, to choose it by. */
  String name();
}
