package fwq.visitor.terminal;

import fwq.common.message.EngineMessage;
import fwq.common.message.EngineMessage.Answer;
import fwq.common.message.VisitorEvent;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.visitor.Visit;
import fwq.visitor.walk.Walker;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** In the park: keys and walker make steps, frames and answers make the picture. */
final class ParkPage implements Page {
  /** Often enough for everything that is due by the clock. */
  private static final long TICK_MILLIS = 250;

  private final World world;
  private final Login login;
  private final Visit visit;
  private final Walker walker;
  private final ParkTalk talk;
  private final long since;
  private final long linking;
  private Optional<ParkLine> line = Optional.empty();
  private boolean autopilot;
  private long minuteDone = -1;
  private long frameAt;

  /** Goes to the park: links up, and asks to be let in. */
  ParkPage(World world, Login login, long now) {
    this.world = world;
    this.login = login;
    this.visit = new Visit(login.session());
    this.walker = new Walker(world.random());
    this.talk = new ParkTalk(login.alias(), world.broker(), world.park());
    this.since = now;
    this.linking = world.errands().link(world.broker(), login.alias());
  }

  @Override
  public Page on(Event event, long now) {
    switch (event) {
      case Event.Linked(long number, ParkLine linked) when number == linking -> {
        line = Optional.of(linked);
        say(visit.enter(now));
      }
      case Event.Framed(EngineMessage.MapFrame frame) -> {
        visit.heard(frame, now);
        if (visit.map(now).filter(frame.map()::equals).isPresent()) {
          frameAt = now;
        }
      }
      case Event.Told(Answer answer) -> told(answer, now);
      case Event.Tick _ -> tick(now);
      case Event.Pressed(Key key) -> {
        if (key.equals(Key.of('q')) || key == Key.Named.ESCAPE) {
          leave(now);
          return new MenuPage(world, login, new Form.Notice("You have left the park.", false));
        }
        pressed(key, now);
      }
      default -> {}
    }
    talk.notice(situation(now), now);
    return visit.over() ? outOfUse(now) : this;
  }

  private void told(Answer answer, long now) {
    Visit.State before = visit.state();
    say(visit.heard(answer, now));
    talk.answered(answer, before, visit.state(), now);
  }

  private void tick(long now) {
    if (line.isEmpty()) {
      return;
    }
    say(visit.tick(now));
    long parkMinute = parkMinute(now);
    if (autopilot && parkMinute > minuteDone && situation(now) == Situation.LIVE) {
      minuteDone = parkMinute;
      visit
          .position()
          .flatMap(here -> walker.next(here, visit.map(now), parkMinute))
          .ifPresent(direction -> say(visit.step(direction, now)));
    }
  }

  private void pressed(Key key, long now) {
    if (key.equals(Key.of('a'))) {
      autopilot = !autopilot;
      talk.tell(
          autopilot ? "Autopilot on: pick a ride, walk, ride, and again." : "Autopilot off.", now);
      return;
    }
    Steps.of(key)
        .ifPresent(
            direction -> {
              if (situation(now) != Situation.LIVE) {
                talk.tell("You can walk as soon as there is a live map.", now);
                return;
              }
              autopilot = false;
              say(visit.step(direction, now));
            });
  }

  private void say(Optional<VisitorEvent> event) {
    event.ifPresent(it -> line.ifPresent(there -> there.say(it, login.key())));
  }

  private long parkMinute(long now) {
    return (now - since) / Math.max(1, world.minute().toMillis());
  }

  /** What can be known of the park just now. */
  private Situation situation(long now) {
    if (line.isEmpty()) {
      return now - since < Visit.HERE_MILLIS ? Situation.GOING : Situation.NO_BROKER_YET;
    }
    if (!line.get().brokerThere()) {
      return Situation.BROKER_AWAY;
    }
    if (visit.engineAway(now)) {
      return visit.state() instanceof Visit.State.Inside
          ? Situation.ENGINE_AWAY
          : Situation.NO_ENGINE_YET;
    }
    return visit.map(now).isPresent() ? Situation.LIVE : Situation.GOING;
  }

  private Page outOfUse(long now) {
    String sentence =
        switch (visit.reason().orElseThrow()) {
          case SUPERSEDED -> "You have logged in elsewhere since, so this login has ended.";
          case ENDED ->
              "You have logged out elsewhere or your password was changed; please log in again.";
          case LEFT, FULL, EXPIRED -> "Your login has ended; please log in again.";
        };
    leave(now);
    return new LoginPage(world, login.alias(), new Form.Notice(sentence, true));
  }

  private void leave(long now) {
    close(now, world.errands()::close);
  }

  @Override
  public void close(long now) {
    close(now, ParkLine::close);
  }

  private void close(long now, Consumer<ParkLine> end) {
    world.errands().abandon(linking);
    say(visit.leave(now));
    line.ifPresent(end);
    line = Optional.empty();
  }

  @Override
  public OptionalLong wakeAt(long now) {
    return OptionalLong.of(now + Math.clamp(world.minute().toMillis(), 20, TICK_MILLIS));
  }

  @Override
  public Picture draw(int rows, int columns, long now) {
    Situation situation = situation(now);
    Optional<ParkMap> map = visit.map(now);
    Optional<Position> me = visit.position();
    ParkScene.Live live =
        situation == Situation.LIVE && map.isPresent()
            ? new ParkScene.Live.Now(map.get(), (now - frameAt) / 1_000)
            : talk.unknown(situation);
    return ParkView.draw(
        rows,
        columns,
        new ParkScene(
            login.alias(),
            world.park(),
            live,
            me,
            talk.status(
                visit.state(),
                map,
                autopilot ? Optional.of(walker) : Optional.empty(),
                parkMinute(now)),
            talk.message(now),
            autopilot ? walker.target() : Optional.empty(),
            autopilot));
  }
}
