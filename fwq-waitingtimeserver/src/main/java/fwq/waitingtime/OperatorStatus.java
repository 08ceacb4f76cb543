package fwq.waitingtime;

/** What the operator says of a ride, whatever its sensor says. */
public enum OperatorStatus {
  /** It runs. */
  OPEN,
  /** It has a fault. */
  DOWN,
  /** It does not run today. */
  CLOSED
}
