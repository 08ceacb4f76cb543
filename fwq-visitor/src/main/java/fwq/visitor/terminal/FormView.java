package fwq.visitor.terminal;

import java.util.List;
import java.util.Optional;

/** Draws one form: title, labelled boxes, what is wrong below the box it concerns, a sentence. */
final class FormView {
  /** The box with the caret. */
  static final Ink IN_USE = new Ink(Ink.Tone.PLAIN, Ink.Base.BOX_IN_USE);

  private static final int LABEL_WIDTH = 16;

  private final Canvas canvas;
  private final int left;
  private final int width;

  /** Forms in these columns of the canvas. */
  FormView(Canvas canvas, int left, int width) {
    this.canvas = canvas;
    this.left = left;
    this.width = width;
  }

  /** What became of drawing a form: the row below it, and where the caret is. */
  record Drawn(int below, Optional<Picture.Caret> caret) {}

  /**
   * Draws a form.
   *
   * @param first the number of its first field among those of the page
   * @param inUse whether the caret is in it
   * @param spacious whether fields have a free row between them
   */
  Drawn draw(int top, Form form, int first, boolean inUse, boolean spacious) {
    canvas.put(top, left, form.title(), inUse ? Ink.ACCENT : Ink.STRONG);
    int row = top + (spacious ? 2 : 1);
    Optional<Picture.Caret> caret = Optional.empty();
    for (int index = 0; index < form.fields().size(); index++) {
      Form.Field field = form.fields().get(index);
      boolean here = inUse && index == form.focus();
      int column = drawField(row, field, here);
      canvas.onClick(row, left, width, new Key.Field(first + index));
      if (here) {
        caret = Optional.of(new Picture.Caret(row, column));
      }
      row++;
      boolean brief = Words.width(field.error()) <= width - LABEL_WIDTH;
      row = drawSentence(row, field.error(), Ink.ERROR, brief ? LABEL_WIDTH : 2);
      row += spacious && field.error().isEmpty() ? 1 : 0;
    }
    Form.Notice notice = form.notice();
    row += spacious || notice.text().isEmpty() ? 0 : 1;
    row = drawSentence(row, notice.text(), notice.bad() ? Ink.ERROR : Ink.PLAIN, 0);
    return new Drawn(row, caret);
  }

  /** Draws label and box, and gives the caret's column. */
  private int drawField(int row, Form.Field field, boolean here) {
    canvas.put(row, left, field.label(), here ? Ink.STRONG : Ink.PLAIN);
    Ink ink = here ? IN_USE : Ink.BOX;
    return drawBox(canvas, row, left + LABEL_WIDTH, width - LABEL_WIDTH, field.input(), ink);
  }

  /** Draws a box of so many columns with what is in it, and gives the caret's column. */
  static int drawBox(Canvas canvas, int row, int box, int columns, TextField input, Ink ink) {
    canvas.fill(row, box, columns, ink);
    int room = columns - 2;
    String shown = input.shown();
    int caret = shown.offsetByCodePoints(0, input.caret());
    // A text longer than its box is shown so far to the left that the caret is in the box.
    int from = 0;
    while (Words.width(shown.substring(from, caret)) > room) {
      from = shown.offsetByCodePoints(from, 1);
    }
    canvas.put(row, box + 1, box + 1 + room, shown.substring(from), ink);
    return box + 1 + Words.width(shown.substring(from, caret));
  }

  private int drawSentence(int top, String sentence, Ink ink, int indent) {
    if (sentence.isEmpty()) {
      return top;
    }
    List<String> lines = Words.wrap(sentence, width - indent);
    for (int line = 0; line < lines.size(); line++) {
      canvas.put(top + line, left + indent, left + width, lines.get(line), ink);
    }
    return top + lines.size();
  }
}
