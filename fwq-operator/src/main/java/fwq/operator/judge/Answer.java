package fwq.operator.judge;

/**
 * What a guest is told, without a place: what the model expects and an engine says are compared by
 * this.
 *
 * @param session which login of the guest is meant, or 0 for none
 * @param reason such as {@code FULL}, or empty
 */
public record Answer(Kind kind, long session, String reason) {
  /** What sort of answer. */
  public enum Kind {
    /** You are in. */
    ADMITTED,
    /** You are not let in. */
    REFUSED,
    /** That step does not count. */
    REJECTED,
    /** You are no longer inside. */
    GONE
  }

  @Override
  public String toString() {
    String what = reason.isEmpty() ? kind.name() : kind + " " + reason;
    return session == 0 ? what : what + " (session " + session + ")";
  }
}
