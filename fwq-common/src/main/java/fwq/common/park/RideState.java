package fwq.common.park;

/** What a guest may count on. Only an open ride has a wait: unknown is never 0. */
public enum RideState {
  /** Running, with a fresh reading. */
  OPEN,
  /** Perhaps running: its sensor has been silent for 10 s. */
  NO_DATA,
  /** Stopped by a fault; the operator says so. */
  DOWN,
  /** Not running today; the operator says so. */
  CLOSED
}
