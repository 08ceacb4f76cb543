package fwq.registry;

/** Too many passwords wait to be hashed: this one will not be. */
final class BusyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long retryAfterMillis;

  /**
   * One more that finds no room.
   *
   * @param retryAfterMillis when those that wait now will have been hashed
   */
  BusyException(long retryAfterMillis, Throwable cause) {
    super("too many passwords wait to be hashed", cause);
    this.retryAfterMillis = retryAfterMillis;
  }

  long retryAfterMillis() {
    return retryAfterMillis;
  }
}
