package fwq.visitor.terminal;

import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Matches;
import fwq.guest.trips.Chosen;
import fwq.guest.trips.TripPlan;
import fwq.visitor.terminal.ChoiceView.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a plan's page lists. */
final class TripItems {
  private final TripPlan plan;
  private final TripText text;
  private final List<Item> items = new ArrayList<>();

  /**
   * What a line stands for: a choice, a nearest day, or neither.
   *
   * @param list of the page, 0 or 1
   * @param index of the choice in its list
   */
  record Item(Line line, int list, int index, Optional<LocalDate> day) {}

  private TripItems(TripPlan plan, TripText text) {
    this.plan = plan;
    this.text = text;
  }

  /** All lines of a page, headings among them; none where it lists nothing. */
  static List<Item> of(TripPlan plan, TripText text) {
    TripItems all = new TripItems(plan, text);
    for (int list = 0; list < plan.lists().size(); list++) {
      all.add(list, plan.lists().get(list));
    }
    return all.items;
  }

  private void add(int list, Matches matches) {
    Texts texts = text.texts();
    if (plan.lists().size() > 1) {
      heading(list, list == 0 ? texts.of("trip.out") : texts.of("trip.back"));
    }
    for (int index = 0; index < matches.choices().size(); index++) {
      choice(list, index, matches.choices().get(index));
    }
    if (matches.choices().isEmpty()) {
      heading(list, texts.of("trip.none"));
    }
    nearest(list, matches.before());
    nearest(list, matches.after());
  }

  private void heading(int list, String said) {
    items.add(new Item(new Line(said, "", false, true), list, -1, Optional.empty()));
  }

  private void choice(int list, int index, Choice choice) {
    Leg leg = plan.page().leg().orElseThrow();
    boolean chosen = plan.choice(leg, list).map(Chosen::choice).filter(choice::equals).isPresent();
    String price = text.money(choice.price(), plan.currency());
    items.add(
        new Item(new Line(text.line(choice), price, chosen, false), list, index, Optional.empty()));
  }

  private void nearest(int list, Optional<LocalDate> day) {
    day.ifPresent(
        it ->
            items.add(
                new Item(
                    new Line(text.texts().of("trip.nearest", it.toString()), "", false, false),
                    list,
                    -1,
                    day)));
  }

  /** The first line from here on, up or down, that can be chosen; or else where it was. */
  static int next(List<Item> items, int from, int step) {
    return IntStream.iterate(from + step, at -> at >= 0 && at < items.size(), at -> at + step)
        .filter(at -> !items.get(at).line().heading())
        .findFirst()
        .orElse(from);
  }

  /** The lines where there are only lines, each with the number that chooses it. */
  static List<String> numbered(List<Item> items) {
    return IntStream.range(0, items.size())
        .mapToObj(
            at -> {
              Line line = items.get(at).line();
              return line.heading() ? line.text() : at + "  " + line.text() + "  " + line.right();
            })
        .toList();
  }

  /** What was chosen, in lines, and what it costs. */
  static List<String> whole(TripPlan plan, TripText text) {
    List<String> lines = new ArrayList<>();
    for (Chosen one : plan.chosen()) {
      lines.add(
          text.texts()
              .of(
                  "trip.part",
                  one.quantity(),
                  text.line(one.choice()),
                  text.money(one.total(), plan.currency())));
    }
    lines.add(text.texts().of("trip.total", text.money(plan.total(), plan.currency())));
    return lines;
  }
}
