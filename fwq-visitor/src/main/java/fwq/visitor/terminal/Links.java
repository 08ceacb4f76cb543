package fwq.visitor.terminal;

/** Which of the other programs are there. */
record Links(Link registry, Link broker, Link engine) {
  /** Whether one of them is there. */
  enum Link {
    THERE("✓"),
    AWAY("✗"),
    UNKNOWN("…");

    private final String sign;

    Link(String sign) {
      this.sign = sign;
    }

    /** One character. */
    String sign() {
      return sign;
    }
  }
}
