package fwq.journal.check;

/** A node or Kafka did not give all of its rows: the check cannot say anything. */
public final class RowsException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong, in a sentence. */
  public RowsException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
