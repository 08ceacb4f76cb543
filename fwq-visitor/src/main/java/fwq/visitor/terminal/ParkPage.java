package fwq.visitor.terminal;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.VisitorEvent;
import fwq.guest.Trends;
import fwq.guest.Visit;
import fwq.tui.Canvas;
import fwq.tui.Event;
import fwq.tui.Form;
import fwq.tui.Key;
import fwq.tui.Page;
import fwq.tui.Spoken;
import fwq.visitor.terminal.ParkScene.Situation;
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
  private final Commands commands;
  private final Texts texts;
  private final int park;
  private final long minuteMillis;
  private final long since;
  private final long linking;
  private Optional<ParkEvent.Linked> line = Optional.empty();
  private long frameAt;
  private long tickAt;
  private int rings;

  /** Goes to the park: links up, and asks to be let in. */
  ParkPage(World world, Login login, long now) {
    this.world = world;
    this.login = login;
    this.visit = new Visit(login.session());
    this.texts = world.texts();
    this.guide = new Guide(world.random());
    this.talk = new ParkTalk(texts, login.alias(), world.broker(), world.park());
    this.commands = new Commands(texts, talk, guide, alerts);
    this.registry = new RegistryWatch(world, login.ticket());
    this.park = world.park();
    this.minuteMillis = Math.max(1, world.minute().toMillis());
    this.since = now;
    this.tickAt = now + tickMillis();
    this.linking = world.errands().link(world.broker(), login);
  }

  @Override
  public Page on(Event event, long now) {
    registry.on(event);
    switch (event) {
      case ParkEvent.Linked linked when linked.number() == linking -> {
        line = Optional.of(linked);
        send(visit.enter(now));
      }
      case ParkEvent.Framed(EngineMessage.MapFrame frame) -> framed(frame, now);
      case ParkEvent.Answered(Answer answer) -> answered(answer, now);
      case Event.Pressed(Key key) -> {
        switch (commands.press(key, new Commands.Sight(live(now), visit.position(), now))) {
          case Commands.Rest.Nothing _ -> {}
          case Commands.Rest.Step(Direction direction) -> send(visit.step(direction, now));
          case Commands.Rest.Report(Position position) ->
              line.ifPresent(there -> there.report().accept(position));
          case Commands.Rest.Leave _ -> {
            leave(now);
            return new MenuPage(world, login, new Form.Notice(texts.of("menu.left"), false));
          }
        }
      }
      default -> {}
    }
    // In a busy park pictures come more often than ticks are due, and no tick would ever come.
    if (event instanceof Event.Tick || now >= tickAt || tickAt - now > tickMillis()) {
      tickAt = now + tickMillis();
      tick(now);
    }
    talk.observe(situation(now), now);
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
      talk.show(texts.of("talk.alert", status.ride().name(), minutes), now);
    }
  }

  private void answered(Answer answer, long now) {
    Visit.State before = visit.state();
    send(visit.heard(answer, now));
    talk.answered(answer, before, visit.state(), now);
  }

  private void tick(long now) {
    if (line.isEmpty()) {
      return;
    }
    registry.tick(now);
    send(visit.tick(now));
    Optional<ParkMap> map = live(now);
    if (map.isPresent()) {
      visit
          .position()
          .flatMap(here -> guide.next(here, map.get(), parkMinute(now)))
          .ifPresent(direction -> send(visit.step(direction, now)));
    }
  }

  private Optional<ParkMap> live(long now) {
    return situation(now) == Situation.LIVE ? visit.map(now) : Optional.empty();
  }

  private void send(Optional<VisitorEvent> event) {
    event.ifPresent(it -> line.ifPresent(there -> there.send().accept(it)));
  }

  private long parkMinute(long now) {
    return (now - since) / minuteMillis;
  }

  /** What can be known of the park just now. */
  private Situation situation(long now) {
    if (line.isEmpty()) {
      return now - since < Visit.HERE_MILLIS ? Situation.GOING : Situation.NO_BROKER_YET;
    }
    if (!line.get().brokerThere().getAsBoolean()) {
      return Situation.BROKER_AWAY;
    }
    if (visit.engineAway(now)) {
      return visit.state() instanceof Visit.State.Inside
          ? Situation.ENGINE_AWAY
          : Situation.NO_ENGINE_YET;
    }
    return visit.map(now).isPresent() ? Situation.LIVE : Situation.GOING;
  }

  /** A park that stands still is told for as long as it does. */
  private String message(long now) {
    long stillMillis = line.map(it -> it.standstillMillis().getAsLong()).orElse(0L);
    return stillMillis > 0 ? texts.of("talk.still", stillMillis / 1_000) : talk.message(now);
  }

  private Page outOfUse(long now) {
    String sentence =
        switch (visit.reason().orElseThrow()) {
          case SUPERSEDED -> texts.of("login.superseded");
          case ENDED -> texts.of("login.ended");
          case LEFT, FULL, CLOSED, EXPIRED -> texts.of("login.expired");
        };
    leave(now);
    return new LoginPage(world, login.alias(), new Form.Notice(sentence, true));
  }

  private void leave(long now) {
    close(now, world.errands()::close);
  }

  @Override
  public void close(long now) {
    close(now, there -> there.close().run());
  }

  private void close(long now, Consumer<ParkEvent.Linked> end) {
    world.errands().abandon(linking);
    send(visit.leave(now));
    line.ifPresent(end);
    line = Optional.empty();
  }

  @Override
  public OptionalLong wakeAt(long now) {
    return OptionalLong.of(Math.max(now, tickAt));
  }

  private long tickMillis() {
    return Math.clamp(minuteMillis, 20, TICK_MILLIS);
  }

  @Override
  public int rings() {
    return rings;
  }

  @Override
  public Spoken spoken(long now) {
    Spoken spoken = ParkSpeech.of(texts, scene(now));
    // A script's next line is for the park, and not for the way there.
    return situation(now) == Situation.GOING ? spoken.waiting() : spoken;
  }

  @Override
  public List<Key> keys(String line) {
    return ParkSpeech.keys(commands.front(), line);
  }

  @Override
  public Canvas draw(int rows, int columns, long now) {
    return ParkView.draw(texts, rows, columns, scene(now));
  }

  private ParkScene scene(long now) {
    Situation situation = situation(now);
    Optional<ParkMap> map = visit.map(now);
    ParkScene.Live live =
        situation == Situation.LIVE && map.isPresent()
            ? new ParkScene.Live.Now(map.get(), (now - frameAt) / 1_000, now)
            : talk.unknown(situation);
    return new ParkScene(
        visit.session().alias(),
        park,
        situation.links(registry.link()),
        live,
        visit.position(),
        talk.status(visit.state(), visit.isUnanswered(now), map, guide, parkMinute(now)),
        message(now),
        map.flatMap(guide::target),
        guide.autopilot(),
        trends,
        alerts,
        commands.front());
  }
}
