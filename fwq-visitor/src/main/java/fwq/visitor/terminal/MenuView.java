package fwq.visitor.terminal;

import fwq.visitor.terminal.Chrome.Hint;
import java.util.List;

/** The menu after login. */
final class MenuView {
  private static final List<Hint> HINTS =
      List.of(new Hint("↓ ↑", "choose"), new Hint("Enter", "go"), new Hint("Ctrl-C", "quit"));

  /** What can be chosen, in the order of the menu. */
  enum Choice {
    ENTER('e', "Enter the park"),
    UPDATE('u', "Update profile"),
    LOG_OUT('l', "Log out"),
    QUIT('q', "Quit");

    private final char key;
    private final String label;

    Choice(char key, String label) {
      this.key = key;
      this.label = label;
    }

    /** The letter that chooses it at once. */
    char key() {
      return key;
    }
  }

  private MenuView() {}

  /** The menu with one choice marked. */
  static Picture draw(
      int rows, int columns, String right, String alias, Choice marked, Form.Notice notice) {
    if (rows < FormsView.ROWS_MIN || columns < FormsView.COLUMNS_MIN) {
      return Chrome.tooSmall(rows, columns, FormsView.ROWS_MIN, FormsView.COLUMNS_MIN);
    }
    Canvas canvas = Chrome.frame(rows, columns, right, HINTS);
    int width = Math.min(44, columns - 4);
    int left = (columns - width) / 2;
    int row = rows >= 24 ? 5 : 2;
    canvas.put(row, left, "Welcome to the park, " + alias + ".", Ink.ACCENT);
    row += 2;
    for (Choice choice : Choice.values()) {
      Ink ink = choice == marked ? new Ink(Ink.Tone.STRONG, Ink.Base.BOX_IN_USE) : Ink.PLAIN;
      canvas.fill(row, left, width, ink);
      canvas.put(row, left + 1, choice == marked ? "›" : " ", ink);
      canvas.put(row, left + 3, choice.label, ink);
      canvas.putRight(
          row, left + width - 1, String.valueOf(choice.key), choice == marked ? ink : Ink.FAINT);
      row += rows >= 24 ? 2 : 1;
    }
    row++;
    for (String line : Words.wrap(notice.text(), width)) {
      canvas.put(row++, left, line, notice.bad() ? Ink.ERROR : Ink.PLAIN);
    }
    return Picture.of(canvas);
  }
}
