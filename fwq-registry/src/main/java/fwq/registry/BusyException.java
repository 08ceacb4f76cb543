package fwq.registry;

/** Too many passwords wait to be hashed: this one will not be. */
final class BusyException extends Exception {
  private static final long serialVersionUID = 1L;

  BusyException(Throwable cause) {
    super("too many passwords wait to be hashed", cause);
  }
}
