package fwq.visitor.terminal;

import fwq.common.message.EngineMessage;
import fwq.common.message.EngineMessage.Answer;
import fwq.common.message.VisitorEvent;
import fwq.common.park.ParkMap;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.visitor.Visit;
import fwq.visitor.terminal.ParkScene.Front;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** In the park: keys and guide make steps, frames and answers make the picture. */
final class ParkPage implements Page {
  /** Often enough for everything that is due by the clock. */
  private static final long TICK_MILLIS = 250;

  private final World world;
  private final Login login;
  private final Visit visit;
  private final Guide guide;
  private final ParkTalk talk;
  private final RegistryWatch registry;
  private final Trends trends = new Trends();
  private final Alerts alerts = new Alerts();
  private final Texts texts;
  private final long since;
  private final long linking;
  private Optional<ParkLine> line = Optional.empty();
  private Front front = new Front.Nothing();
  private long frameAt;
  private int rings;

  /** Goes to the park: links up, and asks to be let in. */
  ParkPage(World world, Login login, long now) {
    this.world = world;
    this.login = login;
    this.visit = new Visit(login.session());
    this.texts = world.texts();
    this.guide = new Guide(world.random());
    this.talk = new ParkTalk(texts, login.alias(), world.broker(), world.park());
    this.registry = new RegistryWatch(world, login.ticket());
    this.since = now;
    this.linking = world.errands().link(world.broker(), login.alias());
  }

  @Override
  public Page on(Event event, long now) {
    registry.on(event);
    switch (event) {
      case Event.Linked(long number, ParkLine linked) when number == linking -> {
        line = Optional.of(linked);
        say(visit.enter(now));
      }
      case Event.Framed(EngineMessage.MapFrame frame) -> framed(frame, now);
      case Event.Told(Answer answer) -> told(answer, now);
      case Event.Tick _ -> tick(now);
      case Event.Pressed(Key key) -> {
        if (pressed(key, now)) {
          leave(now);
          return new MenuPage(world, login, new Form.Notice(texts.of("menu.left"), false));
        }
      }
      default -> {}
    }
    talk.notice(situation(now), now);
    return visit.over() ? outOfUse(now) : this;
  }

  private void framed(EngineMessage.MapFrame frame, long now) {
    visit.heard(frame, now);
    ParkMap map = frame.map();
    if (visit.map(now).filter(map::equals).isEmpty()) {
      return;
    }
    frameAt = now;
    trends.saw(map, now);
    for (RideStatus status : alerts.due(map)) {
      rings++;
      int minutes = status.waitMinutes().orElseThrow();
      talk.tell(texts.of("talk.alert", status.ride().name(), minutes), now);
    }
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
    registry.tick(now);
    say(visit.tick(now));
    Optional<ParkMap> map = visit.map(now);
    if (map.isPresent() && situation(now) == Situation.LIVE) {
      visit
          .position()
          .flatMap(here -> guide.next(here, map.get(), parkMinute(now)))
          .ifPresent(direction -> say(visit.step(direction, now)));
    }
  }

  /** What a key does; says whether it leads out of the park. */
  private boolean pressed(Key key, long now) {
    switch (front) {
      case Front.Help _ -> front = new Front.Nothing();
      case Front.Question(Prompt prompt) -> answered(prompt, key, now);
      case Front.Nothing _ -> {
        return command(key, now);
      }
    }
    return false;
  }

  private boolean command(Key key, long now) {
    switch (key) {
      case Key.Named.TAB -> goToNext(1, now);
      case Key.Named.BACK_TAB -> goToNext(-1, now);
      case Key.Named.ESCAPE -> {
        if (!guide.stop()) {
          return true;
        }
        talk.tell(texts.of("talk.stopped"), now);
      }
      case Key.Typed(int character) -> {
        return typed(character, key, now);
      }
      case Key.Named _, Key.Pasted _ -> walk(key, now);
    }
    return false;
  }

  private boolean typed(int character, Key key, long now) {
    switch (character) {
      case 'q' -> {
        return true;
      }
      case 'a' -> {
        guide.toggleAutopilot();
        talk.tell(guide.autopilot() ? texts.of("talk.autoOn") : texts.of("talk.autoOff"), now);
      }
      case 'w' -> askForAlert(now);
      case '/' -> front = new Front.Question(new Prompt.Find(TextField.empty(false)));
      case '?' -> front = new Front.Help();
      default -> {
        Optional<RideStatus> ride =
            visit.map(now).flatMap(map -> RideLabels.chosen(map, character));
        if (ride.isPresent()) {
          goTo(ride.get().ride(), now);
        } else {
          walk(key, now);
        }
      }
    }
    return false;
  }

  private void walk(Key key, long now) {
    Steps.of(key)
        .ifPresent(
            direction -> {
              if (situation(now) != Situation.LIVE) {
                talk.tell(texts.of("talk.noMap"), now);
                return;
              }
              guide.stop();
              say(visit.step(direction, now));
            });
  }

  private void goTo(Ride ride, long now) {
    guide.goTo(ride);
    talk.tell(texts.of("talk.goingTo", ride.name()), now);
  }

  /** Along the list as it stands: so many rides further than the one that is chosen. */
  private void goToNext(int by, long now) {
    List<RideStatus> rides = visit.map(now).map(RideLabels::byWait).orElse(List.of());
    if (rides.isEmpty()) {
      talk.tell(texts.of("talk.noMap"), now);
      return;
    }
    int at = target(now).map(rides::indexOf).orElse(by > 0 ? -1 : 0);
    goTo(rides.get(Math.floorMod(at + by, rides.size())).ride(), now);
  }

  private Optional<RideStatus> target(long now) {
    return visit.map(now).flatMap(guide::target);
  }

  /** About the ride that is chosen, or the one that the guest stands at. */
  private void askForAlert(long now) {
    List<RideStatus> rides = visit.map(now).map(RideLabels::byWait).orElse(List.of());
    Optional<RideStatus> ride =
        target(now)
            .or(
                () ->
                    rides.stream()
                        .filter(it -> visit.position().equals(Optional.of(it.ride().position())))
                        .findFirst());
    if (ride.isEmpty()) {
      talk.tell(texts.of("talk.chooseFirst"), now);
      return;
    }
    front = new Front.Question(new Prompt.AlertBelow(ride.get().ride(), TextField.empty(false)));
  }

  private void answered(Prompt prompt, Key key, long now) {
    if (key == Key.Named.ESCAPE) {
      front = new Front.Nothing();
    } else if (key != Key.Named.ENTER) {
      front = new Front.Question(prompt.press(key));
    } else {
      switch (prompt) {
        case Prompt.AlertBelow alert -> setAlert(alert, now);
        case Prompt.Find find -> {
          front = new Front.Nothing();
          visit
              .map(now)
              .flatMap(find::match)
              .ifPresentOrElse(
                  status -> goTo(status.ride(), now),
                  () -> talk.tell(texts.of("prompt.notFound"), now));
        }
      }
    }
  }

  private void setAlert(Prompt.AlertBelow alert, long now) {
    front = new Front.Nothing();
    Ride ride = alert.ride();
    if (alert.input().text().isBlank()) {
      alerts.remove(ride.id());
      talk.tell(texts.of("talk.noAlert", ride.name()), now);
    } else if (alert.minutes().isEmpty()) {
      talk.tell(texts.of("talk.badAlert", Prompt.AlertBelow.MINUTES_MAX), now);
    } else {
      int below = alert.minutes().getAsInt();
      alerts.set(new Alerts.Alert(ride.id(), ride.name(), below));
      talk.tell(texts.of("talk.alertSet", ride.name(), below), now);
    }
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
          case SUPERSEDED -> texts.of("login.superseded");
          case ENDED -> texts.of("login.ended");
          case LEFT, FULL, EXPIRED -> texts.of("login.expired");
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
  public int rings() {
    return rings;
  }

  @Override
  public Spoken spoken(long now) {
    return ParkSpeech.of(texts, scene(now));
  }

  @Override
  public List<Key> keys(String line) {
    return ParkSpeech.keys(front, line);
  }

  @Override
  public Picture draw(int rows, int columns, long now) {
    return ParkView.draw(texts, rows, columns, scene(now));
  }

  private ParkScene scene(long now) {
    Situation situation = situation(now);
    Optional<ParkMap> map = visit.map(now);
    ParkScene.Live live =
        situation == Situation.LIVE && map.isPresent()
            ? new ParkScene.Live.Now(map.get(), (now - frameAt) / 1_000)
            : talk.unknown(situation);
    return new ParkScene(
        login.alias(),
        world.park(),
        situation.links(registry.link()),
        live,
        visit.position(),
        talk.status(visit.state(), map, guide, parkMinute(now)),
        talk.message(now),
        target(now),
        guide.autopilot(),
        trends,
        alerts,
        front);
  }
}
