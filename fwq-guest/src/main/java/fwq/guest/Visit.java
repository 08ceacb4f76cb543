package fwq.guest;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.Pace;
import fwq.common.talk.visit.VisitorEvent;
import java.util.Optional;

/**
 * One guest's stay, from one login on: what to say to the engine and when, and what answers mean.
 * Each method that takes a moment gives at most one event, to be sent at once and in that order.
 *
 * <p>The guest's wish to be inside outlives the engine's absence, a full park and being taken off
 * the map for silence; only {@link #leave}, the end of the session or a newer login end it.
 *
 * <p>Moments are epoch milliseconds by the guest's clock. For one thread.
 */
public final class Visit {
  /** Someone inside says something this often. */
  public static final long HERE_MILLIS = 1_000;

  /** Steps are taken a little slower than a park counts them: they may bunch on their way. */
  private static final long BUNCH_MILLIS = 200;

  /** An {@code enter} without an answer is said again after so long. */
  public static final long ENTER_AGAIN_MILLIS = 2_000;

  /** Who is not let in, or not on the map, for so long without a word is told so, or asks again. */
  public static final long UNANSWERED_MILLIS = 3_000;

  /** A full or closed park is tried again after so long. */
  public static final long FULL_AGAIN_MILLIS = 5_000;

  /** Without a frame for so long, the engine counts as away. */
  public static final long AWAY_MILLIS = NewestFrame.AWAY_MILLIS;

  private final Session session;
  private final NewestFrame frame = new NewestFrame();
  private State state = new State.Outside(Optional.empty());
  private boolean wantsIn;
  private boolean over;
  private long lastAt = -1;
  private long saidAt;
  private long steppedAt;
  private long pace;
  private long refusedAt;

  /** Where the guest is, as far as the guest knows. */
  public sealed interface State {
    /** Not in the park, and why; nothing before the first try. */
    record Outside(Optional<Reason> reason) implements State {}

    /** Has asked to be let in, first at that moment, and waits for the answer. */
    record Entering(long since) implements State {}

    /** In the park, at that place: moves count that the engine has not refused. */
    record Inside(Position position) implements State {}
  }

  /** Why a guest is outside. */
  public enum Reason {
    /** Said so. */
    LEFT,
    /** The park is full; trying again by itself. */
    FULL,
    /** The park is closed; trying again by itself. */
    CLOSED,
    /** The session has ended: log in again. This visit is over for good. */
    EXPIRED,
    /** The guest has logged in elsewhere since. This visit is over for good. */
    SUPERSEDED,
    /** Logged out elsewhere, or the password was changed. This visit is over for good. */
    ENDED
  }

  public Visit(Session session) {
    this.session = session;
  }

  public Session session() {
    return session;
  }

  public State state() {
    return state;
  }

  public Optional<Position> position() {
    return state instanceof State.Inside(Position here) ? Optional.of(here) : Optional.empty();
  }

  /** Why outside, if outside and there is a reason. */
  public Optional<Reason> reason() {
    return state instanceof State.Outside(Optional<Reason> reason) ? reason : Optional.empty();
  }

  /** Whether the guest is, or keeps trying to get, inside. */
  public boolean wantsIn() {
    return wantsIn;
  }

  /** Whether the session is of no more use: only a new login, and a new Visit, can help. */
  public boolean over() {
    return over;
  }

  /** The park as it is now; nothing while no frame came for 3 s: no old map is to look live. */
  public Optional<ParkMap> map(long now) {
    return frame.map(now);
  }

  /** Whether the engine has shown no sign of life for 3 s. The guest keeps its place meanwhile. */
  public boolean engineAway(long now) {
    return frame.engineAway(now);
  }

  /** Whether nobody answers though the engine is there: most likely it cannot know this login. */
  public boolean isUnanswered(long now) {
    return state instanceof State.Entering(long since)
        && now - since >= UNANSWERED_MILLIS
        && map(now).isPresent();
  }

  public Optional<VisitorEvent> enter(long now) {
    if (over || wantsIn) {
      return Optional.empty();
    }
    wantsIn = true;
    frame.listen(now);
    return ask(now);
  }

  /**
   * Takes a step, if inside and not too fast. It counts from now on; the engine may take it back.
   */
  public Optional<VisitorEvent> step(Direction direction, long now) {
    boolean mayStep = Pace.allows(pace + BUNCH_MILLIS, now);
    if (!mayStep || !(state instanceof State.Inside(Position position))) {
      return Optional.empty();
    }
    pace = Pace.after(pace, now);
    Position to = position.step(direction);
    state = new State.Inside(to);
    saidAt = now;
    steppedAt = now;
    return Optional.of(new VisitorEvent.Move(session.alias(), nextAt(now), to));
  }

  /** Goes home, or stops trying to get in. */
  public Optional<VisitorEvent> leave(long now) {
    if (!wantsIn) {
      return Optional.empty();
    }
    wantsIn = false;
    state = new State.Outside(Optional.of(Reason.LEFT));
    saidAt = now;
    // Also when never let in: an enter may still be on its way.
    return Optional.of(new VisitorEvent.Leave(session.alias(), nextAt(now)));
  }

  /** Time has passed. To be called about four times a second. */
  public Optional<VisitorEvent> tick(long now) {
    if (!wantsIn) {
      return Optional.empty();
    }
    frame.listen(now);
    return switch (state) {
      case State.Inside(Position position) -> {
        if (!due(saidAt, HERE_MILLIS, now)) {
          yield Optional.empty();
        }
        if (due(steppedAt, UNANSWERED_MILLIS, now) && frame.isEmptyAt(position, now)) {
          yield ask(now);
        }
        saidAt = now;
        // Says where, so that a step that got lost is made good or found out.
        yield Optional.of(new VisitorEvent.Move(session.alias(), nextAt(now), position));
      }
      case State.Entering _ -> due(saidAt, ENTER_AGAIN_MILLIS, now) ? ask(now) : Optional.empty();
      case State.Outside _ -> due(refusedAt, FULL_AGAIN_MILLIS, now) ? ask(now) : Optional.empty();
    };
  }

  public void heard(MapFrame newer, long now) {
    frame.heard(newer, now);
  }

  /** The engine answered this guest's alias; one of the alias's other logins may be meant. */
  public Optional<VisitorEvent> heard(Answer answer, long now) {
    if (over) {
      return Optional.empty();
    }
    long own = session.issuedAt();
    if (answer.session() > own) {
      return newer(answer, now);
    }
    // Who is not inside has no session there, so the engine cannot always name one.
    boolean unnamed = answer.equals(new Gone(0, Departure.NOT_INSIDE));
    if (answer.session() != own && !unnamed) {
      return Optional.empty();
    }
    return switch (answer) {
      case Admitted(_, Position position) -> {
        // Once inside, our own steps are newer than the answer to a repeated enter.
        if (wantsIn && !(state instanceof State.Inside)) {
          state = new State.Inside(position);
          saidAt = now;
          steppedAt = now;
        }
        yield Optional.empty();
      }
      case Refused(_, Refusal reason) -> refused(reason, now);
      case Rejected(_, _, Position position) -> {
        if (state instanceof State.Inside) {
          state = new State.Inside(position);
          steppedAt = now;
        }
        yield Optional.empty();
      }
      case Gone(_, Departure reason) -> gone(reason, now);
    };
  }

  /**
   * Whatever the engine says to a newer login, it has heard of it: an owner that takes the park
   * over says only how things stand by then. But a login that had ended before lets this one be.
   */
  private Optional<VisitorEvent> newer(Answer answer, long now) {
    if (!(answer instanceof Refused(_, Refusal reason) && reason == Refusal.EXPIRED)) {
      return end(Reason.SUPERSEDED);
    }
    return state instanceof State.Inside ? ask(now) : Optional.empty();
  }

  private Optional<VisitorEvent> refused(Refusal reason, long now) {
    return switch (reason) {
      case FULL -> turnAway(state instanceof State.Entering, Reason.FULL, now);
      case CLOSED -> turnAway(state instanceof State.Entering, Reason.CLOSED, now);
      case EXPIRED -> end(Reason.EXPIRED);
      case SUPERSEDED -> end(Reason.SUPERSEDED);
    };
  }

  /** For now: it asks again by itself. */
  private Optional<VisitorEvent> turnAway(boolean isAboutNow, Reason reason, long now) {
    if (isAboutNow) {
      state = new State.Outside(Optional.of(reason));
      refusedAt = now;
    }
    return Optional.empty();
  }

  private Optional<VisitorEvent> gone(Departure reason, long now) {
    return switch (reason) {
      // What we say after an enter reaches the engine after it, so one that comes while entering is
      // about something said before. A "left" that comes inside shows that the admission, too, was
      // that of the stay before.
      case SILENT, NOT_INSIDE, LEFT -> state instanceof State.Inside ? ask(now) : Optional.empty();
      case CLOSED -> turnAway(state instanceof State.Inside, Reason.CLOSED, now);
      case EXPIRED -> end(Reason.EXPIRED);
      case ENDED -> end(Reason.ENDED);
    };
  }

  private Optional<VisitorEvent> end(Reason reason) {
    wantsIn = false;
    over = true;
    state = new State.Outside(Optional.of(reason));
    return Optional.empty();
  }

  private Optional<VisitorEvent> ask(long now) {
    if (!(state instanceof State.Entering)) {
      state = new State.Entering(now);
    }
    saidAt = now;
    return Optional.of(new VisitorEvent.Enter(session, nextAt(now)));
  }

  private long nextAt(long now) {
    lastAt = Math.max(now, lastAt + 1);
    return lastAt;
  }

  /** Whether the pause is over; a clock that was set back must not prolong it. */
  private static boolean due(long since, long pause, long now) {
    return now - since >= pause || now < since;
  }
}
