package fwq.trips.simulation;

/** What a simulation can have wrong on purpose, to show that it would find it. */
enum Fault {
  /** Nothing is wrong. */
  NONE(0),
  /** A seller forgets a cancel that comes before its hold. */
  NO_TOMBSTONE(105),
  /** An agency does not write down that it gives a trip back. */
  FORGETFUL_AGENCY(130),
  /** An agency does not go on with what it was holding when it was killed. */
  IDLE_AGENCY(63),
  /** An agency says that a trip is booked once all is held. */
  EARLY_ANSWER(0);

  private final long seed;

  Fault(long seed) {
    this.seed = seed;
  }

  /** A seed that shows it. Others do as well, but for the first of them one has to look long. */
  long seed() {
    return seed;
  }
}
