package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.tui.Canvas;
import fwq.tui.FormView;
import fwq.tui.Ink;
import fwq.tui.Words;

/** Draws a question, what is typed, and what that would do, in one line. */
final class PromptView {
  private static final int FIND_COLUMNS = 20;
  private static final int MINUTES_COLUMNS = 5;

  private PromptView() {}

  /** Draws it, with the cursor. */
  static void draw(Texts texts, Canvas canvas, int row, Prompt prompt, ParkScene scene) {
    canvas.fill(row, 0, canvas.columns(), Ink.PLAIN);
    String question =
        switch (prompt) {
          case Prompt.AlertBelow alert -> texts.of("prompt.alert", alert.ride().name());
          case Prompt.Find _ -> texts.of("prompt.find");
        };
    String effect =
        switch (prompt) {
          case Prompt.AlertBelow _ -> texts.of("prompt.alertUnit");
          case Prompt.Find find -> found(texts, find, scene);
        };
    int room = prompt instanceof Prompt.Find ? FIND_COLUMNS : MINUTES_COLUMNS;
    int most = canvas.columns() - room - Words.width(effect) - 4;
    int box = canvas.put(row, 1, Words.shorten(question, most), Ink.STRONG) + 1;
    int caret = FormView.drawBox(canvas, row, box, room, prompt.input(), Ink.BOX_IN_USE);
    canvas.put(row, box + room + 1, effect, Ink.PLAIN);
    canvas.putCaret(row, caret);
  }

  private static String found(Texts texts, Prompt.Find find, ParkScene scene) {
    if (find.input().text().isBlank() || !(scene.live() instanceof ParkScene.Live.Now now)) {
      return texts.of("prompt.findHint");
    }
    ParkMap map = now.map();
    return find.match(map)
        .map(status -> texts.of("prompt.found", status.ride().name()))
        .orElse(texts.of("prompt.notFound"));
  }
}
