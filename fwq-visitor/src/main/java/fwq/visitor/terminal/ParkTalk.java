package fwq.visitor.terminal;

import fwq.common.message.EngineMessage.Admitted;
import fwq.common.message.EngineMessage.Answer;
import fwq.common.message.EngineMessage.Departure;
import fwq.common.message.EngineMessage.Gone;
import fwq.common.message.EngineMessage.Refused;
import fwq.common.message.EngineMessage.Rejected;
import fwq.common.net.HostPort;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.visitor.Visit;
import fwq.visitor.walk.Walker;
import java.util.List;
import java.util.Optional;

/** Finds the words for what goes on in the park, and keeps the newest of them. */
final class ParkTalk {
  /** What happened longer ago is no news. */
  private static final long NEWS_MILLIS = 15_000;

  private final String alias;
  private final HostPort broker;
  private final int park;
  private String message = "";
  private long messageAt;
  private Situation last = Situation.GOING;

  /** Nothing said yet. */
  ParkTalk(String alias, HostPort broker, int park) {
    this.alias = alias;
    this.broker = broker;
    this.park = park;
  }

  /** The newest sentence, while it is news. */
  String message(long now) {
    return now - messageAt < NEWS_MILLIS ? message : "";
  }

  /** Has something to tell. */
  void tell(String sentence, long now) {
    message = sentence;
    messageAt = now;
  }

  /** The engine's answer, and what it changed. */
  void answered(Answer answer, Visit.State before, Visit.State after, long now) {
    switch (answer) {
      case Admitted _ -> {
        if (after instanceof Visit.State.Inside && !(before instanceof Visit.State.Inside)) {
          tell("You are in. Enjoy the park, " + alias + "!", now);
        }
      }
      case Rejected _ -> {
        if (!after.equals(before)) {
          tell("That step did not count; you are back where you were.", now);
        }
      }
      case Gone(_, Departure reason) -> {
        if (before instanceof Visit.State.Inside && after instanceof Visit.State.Entering) {
          tell(
              reason == Departure.SILENT
                  ? "The park had not heard from you for a while; going back in."
                  : "The park does not know you are here; going back in.",
              now);
        }
      }
      // Told by the status for as long as it lasts.
      case Refused _ -> {}
    }
  }

  /** Tells of a return to normal. */
  void notice(Situation situation, long now) {
    boolean wasAway = last == Situation.ENGINE_AWAY || last == Situation.BROKER_AWAY;
    if (situation == Situation.LIVE && wasAway) {
      tell(last == Situation.ENGINE_AWAY ? "The engine is back." : "The broker is back.", now);
    }
    // The way back leads over a broker without a map yet.
    last = situation == Situation.GOING && wasAway ? last : situation;
  }

  /** Why there is no live map, and what that means. */
  ParkScene.Live.Unknown unknown(Situation situation) {
    String byItself = "This goes on by itself as soon as it returns. q goes back to the menu.";
    return switch (situation) {
      case LIVE, GOING -> new ParkScene.Live.Unknown("On the way to the park …", List.of());
      case NO_BROKER_YET ->
          new ParkScene.Live.Unknown(
              "The broker at "
                  + broker
                  + (park == 0 ? " does not answer" : " is away, or has no park " + park + " yet"),
              List.of(
                  "You go in by yourself as soon as it does.",
                  "If it refuses you, the file visitor.log in --data says why.",
                  "q goes back to the menu."));
      case BROKER_AWAY ->
          new ParkScene.Live.Unknown(
              "The broker at " + broker + " is away",
              List.of("No map is shown, for it would be an old one.", byItself));
      case NO_ENGINE_YET ->
          new ParkScene.Live.Unknown(
              "The engine is away, so the gate is closed",
              List.of("You go in by yourself as soon as it returns.", "q goes back to the menu."));
      case ENGINE_AWAY ->
          new ParkScene.Live.Unknown(
              "The engine is away; your place is kept",
              List.of("No map is shown, for it would be an old one.", byItself));
    };
  }

  /** What the guest is doing. */
  String status(
      Visit.State state, Optional<ParkMap> map, Optional<Walker> walker, long parkMinute) {
    return switch (state) {
      case Visit.State.Entering _ -> "Asking to be let in …";
      case Visit.State.Outside(Optional<Visit.Reason> reason) ->
          reason.filter(Visit.Reason.FULL::equals).isPresent()
              ? "The park is full. You go in by yourself as soon as there is a place."
              : "";
      case Visit.State.Inside(Position here) -> {
        String place = "You are in row " + (here.row() + 1) + ", column " + (here.column() + 1);
        yield map.isPresent() && walker.isPresent()
            ? place + ". " + walking(walker.get(), here, parkMinute)
            : place + map.map(it -> landmark(here, it)).orElse("") + ".";
      }
    };
  }

  private static String landmark(Position here, ParkMap map) {
    return map.rides().stream()
        .filter(status -> status.ride().position().equals(here))
        .findAny()
        .map(status -> ", at " + status.ride().name() + waiting(status))
        .orElse(here.equals(Position.GATE) ? ", at the gate" : "");
  }

  private static String waiting(RideStatus status) {
    return status.waitMinutes().isPresent()
        ? " (" + status.waitMinutes().getAsInt() + " min)"
        : " (" + RideLabels.state(status) + ")";
  }

  private static String walking(Walker walker, Position here, long parkMinute) {
    Optional<Ride> target = walker.target();
    if (target.isEmpty()) {
      return "Looking for a ride.";
    }
    String name = target.get().name();
    long left = walker.ridingMinutesLeft(parkMinute);
    int steps = here.distance(target.get().position());
    if (left > 0) {
      return "Riding " + name + ", " + left + " min left.";
    }
    return steps == 0
        ? "Waiting at " + name + "."
        : "Walking to " + name + ", " + steps + (steps == 1 ? " step." : " steps.");
  }
}
