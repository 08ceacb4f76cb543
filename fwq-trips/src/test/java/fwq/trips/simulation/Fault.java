package fwq.trips.simulation;

/** What a simulation can have wrong on purpose, to show that it would find it. */
enum Fault {
  /** Nothing is wrong. */
  NONE,
  /** A seller forgets a cancel that comes before its hold. */
  NO_TOMBSTONE,
  /** An agency does not write down that it gives a trip back. */
  FORGETFUL_AGENCY,
  /** An agency does not go on with what it was holding when it was killed. */
  IDLE_AGENCY,
  /** An agency says that a trip is booked once all is held. */
  EARLY_ANSWER
}
