package fwq.tui;

/**
 * Something that happened, for the one thread that owns all state. What a terminal tells is here;
 * programs add what others tell them.
 */
public interface Event {
  Kind kind();

  /** What becomes of an event where many come at once. */
  enum Kind {
    /** Someone waits for what it does: shown at once, and dropped where too many wait. */
    INPUT,
    /** Kept once; shown at once. */
    SIGNAL,
    /** Only the newest of its class is kept; shown a few times a second. */
    PICTURE,
    /** Comes once by its nature: always kept, shown at once. */
    RESULT
  }

  /** A key. */
  record Pressed(Key key) implements Event {
    @Override
    public Kind kind() {
      return Kind.INPUT;
    }
  }

  /** A line, where there are only lines. */
  record Line(String text) implements Event {
    @Override
    public Kind kind() {
      return Kind.INPUT;
    }

    @Override
    public String toString() {
      // It may be a password.
      return "Line";
    }
  }

  /** The time that a page wanted to be woken at has come. */
  record Tick() implements Event {
    @Override
    public Kind kind() {
      return Kind.PICTURE;
    }
  }

  /** What the terminal or its owner wants. */
  enum Signal implements Event {
    /** No more lines come, where there are only lines. */
    LINES_ENDED,
    /** This program is to pause: its user wants the terminal for something else. */
    PAUSE,
    /** The terminal has another size. */
    RESIZED,
    /** The program is to end. */
    STOP;

    @Override
    public Kind kind() {
      return Kind.SIGNAL;
    }
  }
}
