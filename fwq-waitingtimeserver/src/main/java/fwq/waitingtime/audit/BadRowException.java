package fwq.waitingtime.audit;

/** A row that cannot be used. Its message is the reason, the same for all rows of that kind. */
final class BadRowException extends Exception {
  private static final long serialVersionUID = 1;

  BadRowException(String reason) {
    // One of many thousands, perhaps; nobody looks at where.
    super(reason, null, false, false);
  }
}
