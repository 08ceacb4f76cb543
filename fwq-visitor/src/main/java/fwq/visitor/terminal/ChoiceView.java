package fwq.visitor.terminal;

import fwq.tui.Canvas;
import fwq.tui.Chrome;
import fwq.tui.Chrome.Hint;
import fwq.tui.Form;
import fwq.tui.Ink;
import fwq.tui.Key;
import java.util.List;

/** A list of lines, one of which is marked. */
final class ChoiceView {
  private static final Ink MARKED = new Ink(Ink.Tone.STRONG, Ink.Base.BOX_IN_USE);
  private static final int COLUMNS_MAX = 76;
  private static final int FOOT_ROWS = 4;

  private ChoiceView() {}

  /**
   * A line.
   *
   * @param text at its left
   * @param right at its right, such as a price
   * @param chosen whether the guest has chosen it
   * @param heading whether it only says what is below it
   */
  record Line(String text, String right, boolean chosen, boolean heading) {}

  /** Of the screen. */
  record Size(int rows, int columns) {}

  /** What can be chosen, with a sentence below. */
  static Canvas draw(
      Texts texts,
      Size size,
      String right,
      String title,
      List<Line> lines,
      int marked,
      Form.Notice notice) {
    int rows = size.rows();
    int columns = size.columns();
    if (rows < FormsView.ROWS_MIN || columns < FormsView.COLUMNS_MIN) {
      return Chrome.tooSmall(
          rows,
          columns,
          texts.of("tooSmall", columns, rows, FormsView.COLUMNS_MIN, FormsView.ROWS_MIN));
    }
    Canvas canvas =
        Chrome.frame(
            rows,
            columns,
            right,
            List.of(
                new Hint("↓ ↑", texts.of("hint.choose")),
                new Hint("Enter", texts.of("hint.go")),
                new Hint("Esc", texts.of("hint.back")),
                new Hint("Ctrl-C", texts.of("hint.quit"))));
    int width = Math.min(COLUMNS_MAX, columns - 4);
    int left = (columns - width) / 2;
    canvas.put(2, left, title, Ink.ACCENT);
    int room = rows - FOOT_ROWS - 4;
    int first = Math.clamp(marked - room + 2L, 0, Math.max(0, lines.size() - room));
    int row = 4;
    for (int index = first; index < Math.min(lines.size(), first + room); index++) {
      Line line = lines.get(index);
      Ink ink = line.heading() ? Ink.STRONG : index == marked ? MARKED : Ink.PLAIN;
      canvas.fill(row, left, width, ink);
      canvas.put(row, left + 1, line.chosen() ? "✓" : index == marked ? "›" : " ", ink);
      int end = left + width - line.right().length() - 2;
      int _ = canvas.putShort(row, left + 3, end, line.text(), ink);
      canvas.putRight(row, left + width - 1, line.right(), ink);
      if (!line.heading()) {
        canvas.onClick(row, left, width, new Key.Thing(index));
      }
      row++;
    }
    Ink ink = notice.bad() ? Ink.ERROR : Ink.PLAIN;
    int _ = canvas.paragraph(row + 1, left, width, notice.text(), ink);
    return canvas;
  }
}
