package fwq.common.talk.visit;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.operate.SaidWord;
import java.util.List;
import java.util.Objects;

/** What the engine says on the topic {@code Engine}. */
public sealed interface EngineMessage {
  /**
   * Rises with each change of the park's owner; what a lower one says is a ghost's. Our engines
   * take the moment of the change, epoch milliseconds by the owner's clock, or one more than the
   * epoch before where that is higher.
   */
  long epoch();

  /**
   * The whole picture, for everybody.
   *
   * @param park which park
   * @param seq rises by one with each frame of an epoch
   * @param offset the first offset of the park's events that the picture does not include
   * @param at epoch milliseconds by the engine's clock
   * @param map the picture
   */
  record MapFrame(int park, long epoch, long seq, long offset, long at, ParkMap map)
      implements EngineMessage {
    /** Refuses negative numbers. */
    public MapFrame {
      Objects.requireNonNull(map, "map");
      if (park < 0 || epoch < 0 || seq < 0 || offset < 0 || at < 0) {
        throw new IllegalArgumentException("park, epoch, seq, offset and at count from 0");
      }
    }
  }

  /**
   * A word to one guest, who is named by the record's key.
   *
   * @param epoch of the owner who says it, as in the frames
   * @param answer what
   */
  record ToGuest(long epoch, Answer answer) implements EngineMessage {
    /** Refuses a negative epoch. */
    public ToGuest {
      Objects.requireNonNull(answer, "answer");
      if (epoch < 0) {
        throw new IllegalArgumentException("the epoch counts from 0");
      }
    }
  }

  /**
   * What operators said last, and what became of it; all of it each time, oldest first. Under the
   * key {@link #WORDS_KEY}.
   */
  record Words(int park, long epoch, List<SaidWord> words) implements EngineMessage {
    /** Refuses more than a park remembers. */
    public Words {
      words = List.copyOf(words);
      if (park < 0 || epoch < 0 || words.size() > SaidWord.WORDS_MAX) {
        throw new IllegalArgumentException(
            "park and epoch count from 0, and a park remembers 20 words");
      }
    }
  }

  /** The key of {@link Words}; no guest's alias has a {@code #}. */
  String WORDS_KEY = "#words";

  /** An answer to a guest, whoever gives it. */
  sealed interface Answer {
    /** Which login of the guest is meant: {@link Session#issuedAt()}. */
    long session();
  }

  /** You are in, and this is where. */
  record Admitted(long session, Position position) implements Answer {}

  /** You are not let in. */
  record Refused(long session, Refusal reason) implements Answer {}

  /** That step does not count; you are still here. */
  record Rejected(long session, Rejection reason, Position position) implements Answer {}

  /** You are no longer inside. */
  record Gone(long session, Departure reason) implements Answer {}

  /** Why someone is not let in. */
  enum Refusal {
    /** The park holds as many as it can. */
    FULL,
    /** The park is closed. */
    CLOSED,
    /** The session has ended, by itself or by a logout or a new password: log in again. */
    EXPIRED,
    /** The guest has logged in again since, elsewhere. */
    SUPERSEDED
  }

  /** Why a step does not count. */
  enum Rejection {
    /** More than one step away. */
    TOO_FAR
  }

  /** Why someone is no longer inside. */
  enum Departure {
    /** Said so. */
    LEFT,
    /** Nothing heard for 10 s. */
    SILENT,
    /** The park is closed, and an operator has sent everybody home. */
    CLOSED,
    /** Said something without being inside; entering again is welcome. */
    NOT_INSIDE,
    /** The session has ended by itself: log in again. */
    EXPIRED,
    /** The guest has logged out, or the password was changed: log in again. */
    ENDED
  }
}
