package fwq.web.guest;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.VisitorEvent;
import fwq.guest.Visit;
import fwq.web.event.Me;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * One login's stay, as this web process carries it: what the guest does, what the feet do by
 * themselves, what the guest wants to be told of. Each method that takes a moment gives at most one
 * event to be sent at once. Moments are the park's time in epoch milliseconds. For one thread.
 */
final class Stay {
  /** A park minute. */
  static final long MINUTE_MILLIS = 1_000;

  /** An admission later than this after the last question for it was asked by somebody else. */
  private static final long ANSWER_MILLIS_MAX = 10_000;

  private final Visit visit;
  private final Feet feet;
  private Optional<Me.Alert> alert = Optional.empty();
  private Optional<String> gone = Optional.empty();
  private int asked;
  private long askedAt;

  /** What an answer came to. */
  enum Outcome {
    /** The stay goes on. */
    GOES_ON,
    /** Another web process has this guest now: nothing more is said from here, no leave either. */
    TAKEN_OVER
  }

  Stay(Login login, RandomGenerator random) {
    this.visit = new Visit(login.session());
    this.feet = new Feet(random);
  }

  boolean wantsIn() {
    return visit.wantsIn();
  }

  boolean inside() {
    return visit.position().isPresent();
  }

  /** Whether only a new login can help. */
  Optional<Visit.Reason> over() {
    return visit.over() ? visit.reason() : Optional.empty();
  }

  Optional<VisitorEvent> enter(long now) {
    gone = Optional.empty();
    return noted(visit.enter(now), now);
  }

  /** A step by the guest's own will ends walking by itself. */
  Optional<VisitorEvent> step(Direction direction, long now) {
    feet.goTo(OptionalInt.empty());
    return visit.step(direction, now);
  }

  void walk(OptionalInt ride) {
    feet.goTo(ride);
  }

  void walk(Plate cart) {
    feet.goTo(cart);
  }

  void autopilot(boolean on) {
    feet.autopilot(on);
  }

  void alert(Optional<Me.Alert> wanted) {
    alert = wanted;
  }

  Optional<VisitorEvent> leave(long now) {
    stand();
    return visit.leave(now);
  }

  /** Leaves for a guest of whom nothing was seen for too long. */
  Optional<VisitorEvent> leaveUnseen(long now) {
    Optional<VisitorEvent> leave = leave(now);
    gone = Optional.of("SILENT");
    return leave;
  }

  private void stand() {
    feet.goTo(OptionalInt.empty());
    alert = Optional.empty();
  }

  /**
   * Time has passed. To be called about four times a second.
   *
   * @param map the park while it is live
   */
  Optional<VisitorEvent> tick(Optional<ParkMap> map, long now) {
    Optional<Position> here = visit.position();
    if (here.isPresent() && map.isPresent()) {
      Optional<Direction> step = feet.next(here.get(), map.get(), now / MINUTE_MILLIS);
      if (step.isPresent()) {
        return visit.step(step.get(), now);
      }
    }
    return noted(visit.tick(now), now);
  }

  private Optional<VisitorEvent> noted(Optional<VisitorEvent> event, long now) {
    if (event.isPresent() && event.get() instanceof VisitorEvent.Enter) {
      asked++;
      askedAt = now;
    }
    return event;
  }

  /** The engine answered; what is to be said to it goes to {@code say}. */
  Outcome heard(Answer answer, long now, java.util.function.Consumer<VisitorEvent> say) {
    if (answer instanceof Admitted && answer.session() == visit.session().issuedAt()) {
      boolean forUs = asked > 0 && now - askedAt < ANSWER_MILLIS_MAX;
      asked = Math.max(0, asked - 1);
      if (!forUs && visit.wantsIn()) {
        return Outcome.TAKEN_OVER;
      }
    }
    noted(visit.heard(answer, now), now).ifPresent(say);
    if (visit.over()) {
      stand();
    }
    return Outcome.GOES_ON;
  }

  /** The alert with the wait that made it true, once. */
  Optional<Me.Alert> due(ParkMap map) {
    Optional<Me.Alert> due =
        alert.flatMap(
            wanted ->
                map.rides().stream()
                    .filter(status -> status.ride().id() == wanted.ride())
                    .map(RideStatus::waitMinutes)
                    .filter(wait -> wait.orElse(Integer.MAX_VALUE) < wanted.belowMinutes())
                    .findAny()
                    .map(wait -> new Me.Alert(wanted.ride(), wanted.belowMinutes(), wait)));
    if (due.isPresent()) {
      alert = Optional.empty();
    }
    return due;
  }

  /** The guest, as the guest's pages show it. */
  Me me(Optional<ParkMap> map, long now) {
    Optional<Position> here = visit.position();
    boolean inside = here.isPresent();
    List<Position> path =
        inside ? map.map(it -> feet.path(here.get(), it)).orElse(List.of()) : List.of();
    return new Me(
        state(now),
        here,
        inside ? feet.heading() : OptionalInt.empty(),
        inside ? feet.cart().map(Plate::text) : Optional.empty(),
        path,
        inside && feet.autopilot(),
        alert,
        gone.or(() -> visit.reason().map(Enum::name))
            .or(() -> visit.isUnanswered(now) ? Optional.of("UNANSWERED") : Optional.empty()));
  }

  private Me.State state(long now) {
    if (gone.isPresent()) {
      return Me.State.GONE;
    }
    return switch (visit.state()) {
      case Visit.State.Inside _ ->
          feet.riding(now / MINUTE_MILLIS) ? Me.State.RIDING : Me.State.INSIDE;
      case Visit.State.Entering _ -> Me.State.ENTERING;
      case Visit.State.Outside(Optional<Visit.Reason> reason) ->
          reason
              .map(
                  why ->
                      switch (why) {
                        case LEFT -> Me.State.OUTSIDE;
                        case FULL, CLOSED -> Me.State.REFUSED;
                        case EXPIRED, SUPERSEDED, ENDED -> Me.State.GONE;
                      })
              .orElse(Me.State.OUTSIDE);
    };
  }
}
