package fwq.visitor.terminal;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.AgencyRequest;
import fwq.tui.Canvas;
import fwq.tui.Event;
import fwq.tui.Form;
import fwq.tui.Key;
import fwq.tui.Page;
import fwq.tui.Spoken;
import fwq.visitor.terminal.ChoiceView.Line;
import java.time.LocalDate;
import java.util.List;

/** The guest's trips: which there are, how they stand, and a way to give one back. */
final class MyTripsPage implements Page {
  private final World world;
  private final Login login;
  private final TripText text;
  private List<AgencyReply.Line> trips = List.of();
  private int marked;
  private boolean sure;
  private long asked;
  private Form.Notice notice;

  MyTripsPage(World world, Login login) {
    this.world = world;
    this.login = login;
    this.text = new TripText(world.texts());
    ask(new AgencyRequest.Mine(login.ticket()));
  }

  private void ask(AgencyRequest request) {
    asked = world.errands().ask(world.trips().orElseThrow(), request);
    notice = new Form.Notice(world.texts().of("trip.asking"), false);
  }

  @Override
  public Page on(Event event, long now) {
    if (event instanceof ParkEvent.AgencyReplied(long number, AgencyReply reply)
        && number == asked) {
      answered(reply);
    } else if (event instanceof ParkEvent.Unanswered(long number, String sentence)
        && number == asked) {
      unheard(sentence);
    } else if (event instanceof ParkEvent.Untrusted(long number, String sentence)
        && number == asked) {
      unheard(sentence);
    } else if (event instanceof Event.Pressed(Key key)) {
      return press(key);
    }
    return this;
  }

  private void answered(AgencyReply reply) {
    asked = 0;
    if (reply instanceof AgencyReply.Trips it) {
      trips = it.trips();
      marked = Math.min(marked, Math.max(0, trips.size() - 1));
      notice = new Form.Notice(trips.isEmpty() ? world.texts().of("trip.noTrips") : "", false);
    } else if (reply instanceof AgencyReply.Cancelled) {
      ask(new AgencyRequest.Mine(login.ticket()));
    } else {
      notice = new Form.Notice(text.notice(reply), true);
    }
  }

  private void unheard(String sentence) {
    asked = 0;
    notice =
        new Form.Notice(world.texts().heard(sentence, world.texts().of("trip.agencyAway")), true);
  }

  private Page press(Key key) {
    if (key == Key.Named.ESCAPE) {
      return new MenuPage(world, login, Form.Notice.NONE);
    }
    if (asked != 0 || trips.isEmpty()) {
      return this;
    }
    switch (key) {
      case Key.Named.UP, Key.Named.BACK_TAB -> mark(marked - 1);
      case Key.Named.DOWN, Key.Named.TAB -> mark(marked + 1);
      case Key.Named.ENTER -> cancel();
      case Key.Thing(int index) -> mark(index);
      case Key.Named _, Key.Typed _, Key.Pasted _, Key.Pointed _ -> {}
    }
    return this;
  }

  private void mark(int index) {
    marked = Math.clamp(index, 0, trips.size() - 1);
    sure = false;
    notice = Form.Notice.NONE;
  }

  /** Nobody gives a trip back by a slip of the hand. */
  private void cancel() {
    if (trips.get(marked).state() != State.BOOKED) {
      return;
    }
    if (sure) {
      sure = false;
      ask(new AgencyRequest.Cancel(trips.get(marked).trip()));
    } else {
      sure = true;
      notice = new Form.Notice(world.texts().of("trip.again"), true);
    }
  }

  private List<Line> lines() {
    return trips.stream()
        .map(
            it ->
                new Line(
                    it.day().map(LocalDate::toString).orElse(world.texts().of("trip.noDayYet"))
                        + "  "
                        + text.state(it.state()),
                    text.money(it.total(), it.currency()),
                    it.state() == State.BOOKED,
                    false))
        .toList();
  }

  @Override
  public Canvas draw(int rows, int columns, long now) {
    return ChoiceView.draw(
        world.texts(),
        new ChoiceView.Size(rows, columns),
        login.alias(),
        world.texts().of("menu.trips"),
        lines(),
        marked,
        notice);
  }

  @Override
  public Spoken spoken(long now) {
    List<String> report = lines().stream().map(line -> line.text() + "  " + line.right()).toList();
    Spoken spoken =
        new Spoken(report, List.of(notice.text()), world.texts().of("line.letter"), false);
    return asked == 0 ? spoken : spoken.waiting();
  }
}
