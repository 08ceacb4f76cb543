package fwq.common.talk.operate;

import fwq.common.park.Alias;
import java.util.Objects;

/**
 * What an operator said, and what became of it.
 *
 * @param time when it was written, epoch milliseconds by the broker's clock
 * @param by the operator's username, or {@link #CONSOLE}
 * @param at the operator's own time of it, which tells two words of one operator apart
 * @param outcome whether the park does as told
 */
public record SaidWord(long time, String by, long at, OperatorWord word, Outcome outcome) {
  /** Whoever can read the shared secret on the park's machine. No operator has this name. */
  public static final String CONSOLE = "console";

  /** How many of the newest a park remembers. */
  public static final int WORDS_MAX = 20;

  public SaidWord {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(outcome, "outcome");
    Alias.check(by);
    if (time < 0 || at < 0) {
      throw new IllegalArgumentException("time and at are milliseconds since 1970");
    }
  }

  /** Whether the operator has to log in again. */
  public boolean isLoginOver() {
    return outcome == Outcome.EXPIRED || outcome == Outcome.IDLE;
  }

  /** Whether everybody goes home because of it. */
  public boolean clearsThePark() {
    return word instanceof OperatorWord.Clear && outcome == Outcome.DONE;
  }

  /** What became of a word. */
  public enum Outcome {
    /** It is so. */
    DONE,
    /** The login is over: log in again. */
    EXPIRED,
    /** Nothing was heard of that login for 30 min: log in again. */
    IDLE,
    /** The park would have more to say than fits into a frame. */
    TOO_MUCH,
    /** Only a closed park is cleared. */
    NOT_CLOSED
  }
}
