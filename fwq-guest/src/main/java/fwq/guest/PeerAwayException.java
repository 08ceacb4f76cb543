package fwq.guest;

/** The peer gave no usable answer; the text says so in a sentence for people. */
public final class PeerAwayException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Away, in a sentence, and what shows it. */
  public PeerAwayException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
