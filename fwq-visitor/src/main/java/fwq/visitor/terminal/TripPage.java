package fwq.visitor.terminal;

import static fwq.guest.trips.Page.BOOKED;
import static fwq.guest.trips.Page.FLIGHT_FORM;
import static fwq.guest.trips.Page.WHOLE;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.trips.Towns;
import fwq.guest.trips.Field;
import fwq.guest.trips.TripPlan;
import fwq.tui.Canvas;
import fwq.tui.Event;
import fwq.tui.Form;
import fwq.tui.Key;
import fwq.tui.Page;
import fwq.tui.Spoken;
import fwq.visitor.terminal.ChoiceView.Line;
import fwq.visitor.terminal.TripItems.Item;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans a trip: forms, lists, the whole, and that it is booked. */
final class TripPage implements Page {
  private static final int NOBODY = 0;

  private final World world;
  private final Login login;
  private final TripText text;
  private TripPlan plan;
  private Form form;
  private int marked;
  private long asked = NOBODY;
  private Form.Notice notice = Form.Notice.NONE;

  TripPage(World world, Login login) {
    this.world = world;
    this.login = login;
    this.text = new TripText(world.texts());
    show(TripPlan.begin(newId(), Towns.ofPark(world.park())));
  }

  /** Whoever knows it can open the trip, so it is not to be guessed. */
  private static UUID newId() {
    return UUID.randomUUID();
  }

  /** Shows another step of the plan. */
  private void show(TripPlan next) {
    plan = next;
    notice =
        next.notice()
            .map(reply -> new Form.Notice(text.notice(reply), true))
            .orElse(Form.Notice.NONE);
    if (isForm()) {
      form = TripForm.of(plan, text, notice);
    }
    marked = TripItems.next(items(), -1, 1);
  }

  private boolean isForm() {
    return !plan.page().isList() && plan.page() != BOOKED;
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
      return press(key, now);
    }
    return this;
  }

  private void answered(AgencyReply reply) {
    asked = NOBODY;
    show(
        plan.page() == WHOLE
            ? plan.answered(reply, newId())
            : plan.heard(plan.page().leg().orElseThrow(), reply));
  }

  private void unheard(String sentence) {
    asked = NOBODY;
    notice =
        new Form.Notice(world.texts().heard(sentence, world.texts().of("trip.agencyAway")), true);
    form = form == null ? null : form.notice(notice);
  }

  private Page press(Key key, long now) {
    if (key == Key.Named.ESCAPE) {
      return back();
    }
    if (asked != NOBODY) {
      return this;
    }
    if (plan.page() == BOOKED) {
      return key == Key.Named.ENTER ? new MenuPage(world, login, Form.Notice.NONE) : this;
    }
    if (isForm()) {
      if (key == Key.Named.ENTER) {
        submit(now);
      } else {
        form = form.press(key);
      }
      return this;
    }
    switch (key) {
      case Key.Named.UP, Key.Named.BACK_TAB -> marked = TripItems.next(items(), marked, -1);
      case Key.Named.DOWN, Key.Named.TAB -> marked = TripItems.next(items(), marked, 1);
      case Key.Named.ENTER -> choose(now);
      case Key.Thing(int index) -> {
        marked = index;
        choose(now);
      }
      case Key.Named _, Key.Typed _, Key.Pasted _, Key.Pointed _ -> {}
    }
    return this;
  }

  private Page back() {
    if (asked != NOBODY) {
      asked = NOBODY;
      show(plan);
      return this;
    }
    if (plan.page() == FLIGHT_FORM || plan.page() == BOOKED) {
      return new MenuPage(world, login, Form.Notice.NONE);
    }
    keepTyped();
    show(plan.back());
    return this;
  }

  private void keepTyped() {
    if (isForm()) {
      plan = TripForm.keep(plan, form);
    }
  }

  /** A form without a town is a leg that the guest does without. */
  private void submit(long now) {
    keepTyped();
    if (plan.page() == WHOLE) {
      plan.book(Optional.of(login.ticket())).ifPresentOrElse(this::ask, this::nothingChosen);
      return;
    }
    Field town =
        switch (plan.page().leg().orElseThrow()) {
          case FLIGHTS -> Field.TO;
          case HOTELS -> Field.CITY;
          case TOURS -> Field.TOUR_CITY;
        };
    if (plan.text(town).isBlank()) {
      show(plan.skip());
      return;
    }
    TripPlan.Submitted submitted =
        plan.submit(Towns.otherThan(plan.text(Field.TO)), Instant.ofEpochMilli(now));
    show(submitted.plan());
    submitted.search().ifPresent(this::ask);
  }

  private void nothingChosen() {
    notice = new Form.Notice(world.texts().of("trip.nothing"), true);
    form = form.notice(notice);
  }

  private void ask(AgencyRequest request) {
    asked = world.errands().ask(world.trips().orElseThrow(), request);
    notice = new Form.Notice(world.texts().of("trip.asking"), false);
    form = form == null ? null : form.notice(notice);
  }

  private List<Item> items() {
    return TripItems.of(plan, text);
  }

  private List<String> whole() {
    return TripItems.whole(plan, text);
  }

  private void choose(long now) {
    List<Item> items = items();
    if (marked >= items.size() || items.get(marked).line().heading()) {
      return;
    }
    Item item = items.get(marked);
    if (item.day().isPresent()) {
      show(plan.move(item.list(), item.day().get()));
      submit(now);
      return;
    }
    int here = marked;
    plan = plan.choose(item.list(), item.index());
    if (plan.isComplete()) {
      show(plan.next());
    } else {
      marked = here;
    }
  }

  @Override
  public Canvas draw(int rows, int columns, long now) {
    return switch (plan.page()) {
      case FLIGHT_FORM, HOTEL_FORM, TOUR_FORM ->
          form(rows, columns, world.texts().of("trip.without"));
      case WHOLE -> form(rows, columns, String.join(" · ", whole()));
      case FLIGHTS, HOTELS, TOURS ->
          list(rows, columns, items().stream().map(Item::line).toList(), notice);
      case BOOKED ->
          list(
              rows,
              columns,
              whole().stream().map(line -> new Line(line, "", false, true)).toList(),
              new Form.Notice(world.texts().of("trip.unpaid"), false));
    };
  }

  private Canvas form(int rows, int columns, String intro) {
    return FormsView.one(
        world.texts(),
        rows,
        columns,
        login.alias(),
        intro,
        form,
        world.texts().of("hint.back"),
        asked != NOBODY);
  }

  private Canvas list(int rows, int columns, List<Line> lines, Form.Notice said) {
    return ChoiceView.draw(
        world.texts(),
        new ChoiceView.Size(rows, columns),
        login.alias(),
        text.title(plan.page()),
        lines,
        marked,
        said);
  }

  @Override
  public Spoken spoken(long now) {
    Spoken spoken =
        isForm()
            ? Spoken.of(
                form,
                plan.page() == WHOLE
                    ? whole()
                    : List.of(form.title(), world.texts().of("trip.without")))
            : new Spoken(
                plan.page() == BOOKED ? whole() : TripItems.numbered(items()),
                List.of(notice.text()),
                world.texts().of("line.letter"),
                false);
    return asked == NOBODY ? spoken : spoken.waiting();
  }

  @Override
  public List<Key> keys(String line) {
    if (isForm()) {
      return Spoken.keys(form, line);
    }
    try {
      return line.isBlank()
          ? List.of(Key.Named.ENTER)
          : List.of(new Key.Thing(Integer.parseInt(line.strip())));
    } catch (NumberFormatException e) {
      return List.of();
    }
  }

  @Override
  public boolean usesEmptyLines() {
    return isForm();
  }
}
