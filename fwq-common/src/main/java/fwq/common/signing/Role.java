package fwq.common.signing;

/** What a login may do, beside visiting the park. */
public enum Role {
  /** Nothing else. */
  GUEST,
  /** Run the park. */
  OPERATOR
}
