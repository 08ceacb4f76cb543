package fwq.kit.program;

/** The program cannot go on; the text says what happened, what was expected and what to do. */
public final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Something wrong, in a sentence. */
  public Failure(String sentence) {
    super(sentence);
  }

  /** Something wrong, in a sentence, and what it came from. */
  public Failure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
