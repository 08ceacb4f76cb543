package fwq.operator.judge;

/**
 * Something that must not be.
 *
 * @param offset where on the topic {@code Engine}
 * @param time epoch milliseconds
 * @param alias whom it concerns, or empty
 * @param what a sentence about it
 */
public record Violation(Kind kind, long offset, long time, String alias, String what) {
  /** What sort of violation. */
  public enum Kind {
    /** Somebody is inside by the records, and the engine does not know. */
    LOST("lost guests"),
    /** Somebody is inside twice, or without having been let in. */
    DOUBLED("doubled guests"),
    /** More are inside than the park holds. */
    OVER_CAPACITY("over capacity"),
    /** Somebody is not where the records say. */
    MISPLACED("misplaced guests"),
    /** A frame's parts do not agree with each other. */
    CONTRADICTION("frames that contradict themselves"),
    /** A frame is missing, repeated, or steps back. */
    SEQUENCE("frames out of order"),
    /** An answer that the park never gave, or not so often. */
    WRONG_ANSWER("wrong answers"),
    /** At the end somebody does not know to be inside, or outside. */
    UNTOLD("guests not told"),
    /** A record of the engine's that cannot be read. */
    UNREADABLE("unreadable records");

    private final String plural;

    Kind(String plural) {
      this.plural = plural;
    }

    /** For a table: what there are so many of. */
    public String plural() {
      return plural;
    }
  }
}
