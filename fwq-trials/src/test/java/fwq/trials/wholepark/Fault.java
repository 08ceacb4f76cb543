package fwq.trials.wholepark;

/** A fault to build into what surrounds the real parts, to see that the checks find it. */
enum Fault {
  NONE,
  LETS_ONE_TOO_MANY_IN,
  NOTES_ANSWERS_BEFORE_THEY_ARRIVE,
  GUESTS_BELIEVE_A_ZOMBIE,
  SUCCESSOR_SKIPS_A_RECORD,
  SUCCESSOR_READS_IN_ANOTHER_ORDER,
  SILENCE_IS_MEASURED_BY_THE_ENGINES_CLOCK
}
