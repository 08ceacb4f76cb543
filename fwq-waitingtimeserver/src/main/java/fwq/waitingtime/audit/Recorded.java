package fwq.waitingtime.audit;

/** What happened at one moment of a recorded day. Times are seconds of the park's own clock. */
public sealed interface Recorded {
  /** When. */
  long at();

  /** Of which ride. */
  String ride();

  /**
   * Somebody read the sign.
   *
   * @param minutes NaN where it showed none: closed, down
   */
  record Sign(long at, String ride, double minutes) implements Recorded {}

  /**
   * A guest joined the line.
   *
   * @param waited minutes until they boarded
   */
  record Guest(long at, String ride, double waited) implements Recorded {}
}
