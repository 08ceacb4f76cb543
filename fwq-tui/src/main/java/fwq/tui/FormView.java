package fwq.tui;

/** Draws one form: title, labelled boxes, what is wrong below the box it concerns, a sentence. */
public final class FormView {
  private static final int LABEL_WIDTH = 16;

  private final Canvas canvas;
  private final int left;
  private final int width;

  public FormView(Canvas canvas, int left, int width) {
    this.canvas = canvas;
    this.left = left;
    this.width = width;
  }

  /**
   * Draws a form, with its caret if that is in it, and gives the row below it.
   *
   * @param first the number of its first field among those of the page
   * @param inUse whether the caret is in it
   * @param spacious whether fields have a free row between them
   */
  public int draw(int top, Form form, int first, boolean inUse, boolean spacious) {
    canvas.put(top, left, form.title(), inUse ? Ink.ACCENT : Ink.STRONG);
    int row = top + (spacious ? 2 : 1);
    for (int index = 0; index < form.fields().size(); index++) {
      Form.Field field = form.fields().get(index);
      boolean here = inUse && index == form.focus();
      int column = drawField(row, field, here);
      canvas.onClick(row, left, width, new Key.Field(first + index));
      if (here) {
        canvas.putCaret(row, column);
      }
      row++;
      boolean brief = Words.width(field.error()) <= width - LABEL_WIDTH;
      row = drawSentence(row, field.error(), Ink.ERROR, brief ? LABEL_WIDTH : 2);
      row += spacious && field.error().isEmpty() ? 1 : 0;
    }
    Form.Notice notice = form.notice();
    row += spacious || notice.text().isEmpty() ? 0 : 1;
    return drawSentence(row, notice.text(), notice.bad() ? Ink.ERROR : Ink.PLAIN, 0);
  }

  /** Draws label and box, and gives the caret's column. */
  private int drawField(int row, Form.Field field, boolean here) {
    canvas.put(row, left, field.label(), here ? Ink.STRONG : Ink.PLAIN);
    Ink ink = here ? Ink.BOX_IN_USE : Ink.BOX;
    return drawBox(canvas, row, left + LABEL_WIDTH, width - LABEL_WIDTH, field.input(), ink);
  }

  /** Draws a box of so many columns with what is in it, and gives the caret's column. */
  public static int drawBox(
      Canvas canvas, int row, int box, int columns, TextField input, Ink ink) {
    canvas.fill(row, box, columns, ink);
    int room = columns - 2;
    String shown = input.shown();
    int caret = shown.offsetByCodePoints(0, input.caret());
    // A text longer than its box is shown so far to the left that the caret is in the box.
    int from = 0;
    while (Words.width(shown.substring(from, caret)) > room) {
      from = shown.offsetByCodePoints(from, 1);
    }
    canvas.put(
        row,
        box + 1,
        box + 1 + room,
        shown.substring(from),
        input.selected() && ink.equals(Ink.BOX_IN_USE) ? Ink.TITLE : ink);
    return box + 1 + Words.width(shown.substring(from, caret));
  }

  private int drawSentence(int top, String sentence, Ink ink, int indent) {
    return canvas.paragraph(top, left + indent, width - indent, sentence, ink);
  }
}
