package fwq.visitor.terminal;

import fwq.tui.Canvas;
import fwq.tui.Ink;
import fwq.tui.Key;
import java.util.List;

/** Draws a box with all keys before whatever is there. */
final class HelpView {
  private static final int KEY_COLUMNS = 16;
  private static final int COLUMNS = 76;

  private HelpView() {}

  /** Draws it in the middle of a canvas of at least 24 rows and 80 columns. */
  static void draw(Texts texts, Canvas canvas) {
    // Each line is a key, a tab and what it does; without a tab, a sentence.
    List<String> lines = texts.of("help.lines").lines().toList();
    int left = (canvas.columns() - COLUMNS) / 2;
    int top = Math.max(1, (canvas.rows() - lines.size() - 4) / 2);
    for (int row = top; row < top + lines.size() + 4; row++) {
      canvas.fill(row, left, COLUMNS, Ink.BOX);
    }
    canvas.put(top, left, " ".repeat(COLUMNS), Ink.TITLE);
    canvas.put(top, left + 2, texts.of("help.title"), Ink.TITLE);
    for (int row = 0; row < canvas.rows(); row++) {
      canvas.onClick(row, 0, canvas.columns(), Key.Named.ESCAPE);
    }
    int row = top + 2;
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab < 0) {
        canvas.put(row, left + 2, left + COLUMNS, line, Ink.BOX);
      } else {
        canvas.put(row, left + 2, line.substring(0, tab), Ink.BOX_STRONG);
        canvas.put(row, left + 2 + KEY_COLUMNS, left + COLUMNS, line.substring(tab + 1), Ink.BOX);
      }
      row++;
    }
  }
}
