package fwq.kit.json;

/** These bytes are not a message; the text says why, for people. */
public final class BadMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Not a message, in a sentence. */
  public BadMessageException(String message) {
    super(message);
  }

  public BadMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
