package fwq.tui;

import java.util.ArrayList;
import java.util.List;

/** A page with one field, which writes down what happens to it. */
final class TypedPage implements Page {
  final List<Event> seen = new ArrayList<>();
  int closed;
  private Form form = Form.of("Title", Form.text("name", "Name"), Form.text("other", "Other"));

  @Override
  public Page on(Event event, long now) {
    seen.add(event);
    if (event instanceof Event.Pressed(Key key)) {
      form = form.press(key);
    }
    return this;
  }

  String typed(String field) {
    return form.value(field);
  }

  @Override
  public Canvas draw(int rows, int columns, long now) {
    Canvas canvas = Chrome.frame(rows, columns, "right", List.of(new Chrome.Hint("q", "quit")));
    int _ = new FormView(canvas, 2, 40).draw(3, form, 0, true, true);
    return canvas;
  }

  @Override
  public void close(long now) {
    closed++;
  }
}
