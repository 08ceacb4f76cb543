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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the words for what goes on in the park, and keeps the last of them. */
final class ParkTalk {
  private static final int MESSAGES_MAX = 8;

  private final String alias;
  private final HostPort broker;
  private final List<String> messages = new ArrayList<>();
  private Situation last = Situation.GOING;

  /** Nothing said yet. */
  ParkTalk(String alias, HostPort broker) {
    this.alias = alias;
    this.broker = broker;
  }

  /** The last sentences, the newest last. */
  List<String> messages() {
    return List.copyOf(messages);
  }

  /** Adds a sentence. */
  void add(String sentence) {
    messages.add(sentence);
    if (messages.size() > MESSAGES_MAX) {
      messages.removeFirst();
    }
  }

  /** The engine's answer, and what it changed. */
  void answered(Answer answer, Visit.State before, Visit.State after) {
    switch (answer) {
      case Admitted _ -> {
        if (after instanceof Visit.State.Inside && !(before instanceof Visit.State.Inside)) {
          add("You are in. Enjoy the park, " + alias + "!");
        }
      }
      case Rejected _ -> {
        if (!after.equals(before)) {
          add("That step did not count; you are back where you were.");
        }
      }
      case Gone(_, Departure reason) -> {
        if (before instanceof Visit.State.Inside && after instanceof Visit.State.Entering) {
          add(
              reason == Departure.SILENT
                  ? "The park had not heard from you for a while; going back in."
                  : "The park does not know you are here; going back in.");
        }
      }
      // Told by the status for as long as it lasts.
      case Refused _ -> {}
    }
  }

  /** Tells of a return to normal. */
  void notice(Situation now) {
    boolean wasAway = last == Situation.ENGINE_AWAY || last == Situation.BROKER_AWAY;
    if (now == Situation.LIVE && wasAway) {
      add(last == Situation.ENGINE_AWAY ? "The engine is back." : "The broker is back.");
    }
    // The way back leads over a broker without a map yet.
    last = now == Situation.GOING && wasAway ? last : now;
  }

  /** Why there is no live map, and what that means. */
  ParkScene.Live.Unknown unknown(Situation situation) {
    String byItself = "This goes on by itself as soon as it returns. q goes back to the menu.";
    return switch (situation) {
      case LIVE, GOING -> new ParkScene.Live.Unknown("On the way to the park …", List.of());
      case NO_BROKER_YET ->
          new ParkScene.Live.Unknown(
              "The broker at " + broker + " does not answer",
              List.of("You go in by yourself as soon as it does.", "q goes back to the menu."));
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
        String place = place(here, map);
        yield walker.map(it -> place + " " + walking(it, here, parkMinute)).orElse(place);
      }
    };
  }

  private static String place(Position here, Optional<ParkMap> map) {
    String ride =
        map.flatMap(
                it ->
                    it.rides().stream()
                        .filter(status -> status.ride().position().equals(here))
                        .findAny())
            .map(status -> ", at " + status.ride().name() + waiting(status))
            .orElse(here.equals(Position.GATE) ? ", at the gate" : "");
    return "You are in row " + (here.row() + 1) + ", column " + (here.column() + 1) + ride + ".";
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
