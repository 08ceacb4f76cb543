package fwq.visitor.terminal;

import fwq.tui.Canvas;
import fwq.tui.Chrome;
import fwq.tui.Chrome.Hint;
import fwq.tui.Form;
import fwq.tui.FormView;
import fwq.tui.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The screens that are filled in: one form, or two beside each other, or below when narrow. */
final class FormsView {
  /** From here up two forms stand beside each other. */
  static final int WIDE_COLUMNS = 80;

  static final int ROWS_MIN = 16;
  static final int COLUMNS_MIN = 40;

  private static final int FORM_COLUMNS_MAX = 50;
  private static final int GAP = 6;

  private FormsView() {}

  /**
   * One form in the middle.
   *
   * @param right what the title bar says at its right end
   * @param intro a sentence above the form, or empty
   * @param escape what the Escape key does, or empty
   * @param waiting whether an answer is awaited, so that nothing can be typed
   */
  static Canvas one(
      Texts texts,
      int rows,
      int columns,
      String right,
      String intro,
      Form form,
      String escape,
      boolean waiting) {
    if (rows < ROWS_MIN || columns < COLUMNS_MIN) {
      return Chrome.tooSmall(
          rows, columns, texts.of("tooSmall", columns, rows, COLUMNS_MIN, ROWS_MIN));
    }
    Canvas canvas = Chrome.frame(rows, columns, right, hints(texts, form.title(), escape, waiting));
    int width = Math.min(FORM_COLUMNS_MAX, columns - 4);
    int left = (columns - width) / 2;
    int row = top(rows);
    if (!intro.isEmpty()) {
      row = canvas.paragraph(row, left, width, intro, Ink.PLAIN) + 1;
    }
    int _ = new FormView(canvas, left, width).draw(row, form, 0, !waiting, rows >= 22);
    return canvas;
  }

  /**
   * Two forms, one of which has the caret.
   *
   * @param rightInUse whether the caret is in the second
   * @param escape what the Escape key does, or empty
   * @param waiting whether an answer is awaited, so that nothing can be typed
   */
  static Canvas two(
      Texts texts,
      int rows,
      int columns,
      String right,
      Form first,
      Form second,
      boolean rightInUse,
      String escape,
      boolean waiting) {
    if (rows < ROWS_MIN || columns < COLUMNS_MIN) {
      return Chrome.tooSmall(
          rows, columns, texts.of("tooSmall", columns, rows, COLUMNS_MIN, ROWS_MIN));
    }
    Canvas canvas =
        Chrome.frame(
            rows,
            columns,
            right,
            hints(texts, (rightInUse ? second : first).title(), escape, waiting));
    int after = first.fields().size();
    boolean firstInUse = !waiting && !rightInUse;
    boolean secondInUse = !waiting && rightInUse;
    if (columns >= WIDE_COLUMNS) {
      int width = Math.min(FORM_COLUMNS_MAX, (columns - 4 - GAP) / 2);
      int left = (columns - 2 * width - GAP) / 2;
      int top = top(rows);
      boolean spacious = rows >= 20;
      int _ = new FormView(canvas, left, width).draw(top, first, 0, firstInUse, spacious);
      int _ =
          new FormView(canvas, left + width + GAP, width)
              .draw(top, second, after, secondInUse, spacious);
      return canvas;
    }
    int width = Math.min(FORM_COLUMNS_MAX, columns - 4);
    FormView view = new FormView(canvas, (columns - width) / 2, width);
    boolean spacious = rows >= 28;
    int below = view.draw(2, first, 0, firstInUse, spacious);
    int _ = view.draw(below + 1, second, after, secondInUse, spacious);
    return canvas;
  }

  /** Where a form begins: the higher the screen, the further down. */
  static int top(int rows) {
    return rows >= 24 ? 3 + (rows - 24) / 4 : 2;
  }

  private static List<Hint> hints(Texts texts, String enter, String escape, boolean waiting) {
    List<Hint> hints = new ArrayList<>();
    if (!waiting) {
      hints.add(new Hint("Tab ↓ ↑", texts.of("hint.field")));
      hints.add(
          new Hint("Enter", enter.substring(0, 1).toLowerCase(Locale.ROOT) + enter.substring(1)));
    }
    if (!escape.isEmpty()) {
      hints.add(new Hint("Esc", escape));
    }
    hints.add(new Hint("Ctrl-C", texts.of("hint.quit")));
    return hints;
  }
}
