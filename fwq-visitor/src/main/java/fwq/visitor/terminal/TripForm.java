package fwq.visitor.terminal;

import fwq.guest.trips.Field;
import fwq.guest.trips.TripPlan;
import fwq.tui.Form;
import java.util.List;
import java.util.stream.Stream;

/** A plan's form as one on the screen, and back. */
final class TripForm {
  private TripForm() {}

  private static List<Field> fields(TripPlan plan) {
    return Stream.of(Field.values()).filter(field -> field.page() == plan.page()).toList();
  }

  /** The form of the plan's page, with what is wrong in place. */
  static Form of(TripPlan plan, TripText text, Form.Notice notice) {
    Form form =
        Form.of(
            text.title(plan.page()),
            fields(plan).stream()
                .map(field -> Form.text(field.name(), text.label(field)))
                .toArray(Form.Field[]::new));
    for (Field field : fields(plan)) {
      form = form.fill(field.name(), plan.text(field));
    }
    for (Field field : fields(plan)) {
      if (plan.wrong().containsKey(field)) {
        form = form.fault(field.name(), text.wrong(plan.wrong().get(field)));
      }
    }
    return form.notice(notice);
  }

  /** The plan with what was typed. */
  static TripPlan keep(TripPlan plan, Form form) {
    TripPlan kept = plan;
    for (Field field : fields(plan)) {
      kept = kept.type(field, form.value(field.name()));
    }
    return kept;
  }
}
