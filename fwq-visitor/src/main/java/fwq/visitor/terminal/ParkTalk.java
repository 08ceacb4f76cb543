package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.guest.Visit;
import fwq.kit.net.HostPort;
import fwq.visitor.terminal.ParkScene.Live;
import fwq.visitor.terminal.ParkScene.Situation;
import java.util.List;
import java.util.Optional;

/** Finds the words for what goes on in the park, and keeps the newest of them. */
final class ParkTalk {
  /** What happened longer ago is no news. */
  private static final long NEWS_MILLIS = 15_000;

  private final Texts texts;
  private final String alias;
  private final HostPort broker;
  private final int park;
  private String message = "";
  private long messageAt;
  private Situation last = Situation.GOING;

  ParkTalk(Texts texts, String alias, HostPort broker, int park) {
    this.texts = texts;
    this.alias = alias;
    this.broker = broker;
    this.park = park;
  }

  /** The newest sentence, while it is news. */
  String message(long now) {
    return now - messageAt < NEWS_MILLIS ? message : "";
  }

  void show(String sentence, long now) {
    message = sentence;
    messageAt = now;
  }

  /** The engine's answer, and what it changed. */
  void answered(Answer answer, Visit.State before, Visit.State after, long now) {
    switch (answer) {
      case Admitted _ -> {
        if (after instanceof Visit.State.Inside && !(before instanceof Visit.State.Inside)) {
          show(texts.of("talk.welcome", alias), now);
        }
      }
      case Rejected _ -> {
        if (!after.equals(before)) {
          show(texts.of("talk.rejected"), now);
        }
      }
      case Gone(_, Departure reason) -> {
        if (before instanceof Visit.State.Inside && after instanceof Visit.State.Entering) {
          show(
              reason == Departure.SILENT ? texts.of("talk.silent") : texts.of("talk.unknown"), now);
        }
      }
      // Told by the status for as long as it lasts.
      case Refused _ -> {}
    }
  }

  /** Tells of a return to normal. */
  void observe(Situation situation, long now) {
    boolean wasAway = last == Situation.ENGINE_AWAY || last == Situation.BROKER_AWAY;
    if (situation == Situation.LIVE && wasAway) {
      show(
          last == Situation.ENGINE_AWAY ? texts.of("talk.engineBack") : texts.of("talk.brokerBack"),
          now);
    }
    // The way back leads over a broker without a map yet.
    last = situation == Situation.GOING && wasAway ? last : situation;
  }

  /** Why there is no live map, and what that means. */
  Live.Unknown unknown(Situation situation) {
    String old = texts.of("away.old");
    String back = texts.of("away.back");
    String inByItself = texts.of("away.inByItself");
    return switch (situation) {
      case LIVE, GOING -> new Live.Unknown(texts.of("away.going"), List.of());
      case NO_BROKER_YET ->
          new Live.Unknown(
              park == 0
                  ? texts.of("away.noBroker", broker.toString())
                  : texts.of("away.noPark", broker.toString(), String.valueOf(park)),
              List.of(inByItself, texts.of("away.log"), back));
      case BROKER_AWAY ->
          new Live.Unknown(
              texts.of("away.broker", broker.toString()),
              List.of(old, texts.of("away.byItself"), back));
      case NO_ENGINE_YET -> new Live.Unknown(texts.of("away.noEngine"), List.of(inByItself, back));
      case ENGINE_AWAY ->
          new Live.Unknown(texts.of("away.engine"), List.of(old, texts.of("away.byItself"), back));
    };
  }

  /**
   * What the guest does.
   *
   * @param isUnanswered whether nobody answers the guest though the engine is there
   */
  String status(
      Visit.State state,
      boolean isUnanswered,
      Optional<ParkMap> map,
      Guide guide,
      long parkMinute) {
    return switch (state) {
      case Visit.State.Entering _ ->
          isUnanswered ? texts.of("status.unanswered") : texts.of("status.entering");
      case Visit.State.Outside(Optional<Visit.Reason> reason) ->
          reason.map(this::turnedAway).orElse("");
      case Visit.State.Inside(Position here) -> {
        Optional<RideStatus> target = map.flatMap(guide::target);
        if (target.isPresent()) {
          yield walking(target.get(), here, guide.ridingMinutesLeft(parkMinute));
        }
        if (map.isPresent() && guide.autopilot()) {
          yield texts.of("status.looking");
        }
        yield texts.of("status.place", here.row() + 1, here.column() + 1)
            + map.map(it -> landmark(here, it)).orElse("");
      }
    };
  }

  private String turnedAway(Visit.Reason reason) {
    return switch (reason) {
      case FULL -> texts.of("status.full");
      case CLOSED -> texts.of("status.closed");
      case LEFT, EXPIRED, SUPERSEDED, ENDED -> "";
    };
  }

  private String landmark(Position here, ParkMap map) {
    return map.rides().stream()
        .filter(status -> status.ride().position().equals(here))
        .findAny()
        .map(status -> " " + texts.of("status.at", status.ride().name(), wait(status)))
        .orElse(here.equals(Position.GATE) ? " " + texts.of("status.gate") : "");
  }

  private String wait(RideStatus status) {
    return status.waitMinutes().isPresent()
        ? texts.of("minutes", status.waitMinutes().getAsInt())
        : texts.state(status.state());
  }

  private String walking(RideStatus target, Position here, long ridingMinutesLeft) {
    String name = target.ride().name();
    if (ridingMinutesLeft > 0) {
      return texts.of("status.riding", name, ridingMinutesLeft);
    }
    int steps = here.distance(target.ride().position());
    if (target.waitMinutes().isEmpty()) {
      return steps == 0
          ? texts.of("status.at", name, texts.state(target.state()))
          : texts.of("status.walkingUnknown", name, steps, texts.state(target.state()));
    }
    int wait = target.waitMinutes().getAsInt();
    return steps == 0
        ? texts.of("status.waiting", name, wait)
        : texts.of("status.walking", name, steps, steps + wait);
  }
}
