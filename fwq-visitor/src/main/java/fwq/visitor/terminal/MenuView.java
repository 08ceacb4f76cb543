package fwq.visitor.terminal;

import fwq.tui.Canvas;
import fwq.tui.Chrome;
import fwq.tui.Chrome.Hint;
import fwq.tui.Form;
import fwq.tui.Ink;
import fwq.tui.Key;
import java.util.List;
import java.util.stream.Stream;

/** The menu after login. */
final class MenuView {
  /** What can be chosen, in the order of the menu. */
  enum Choice {
    ENTER('e'),
    UPDATE('u'),
    PLAN('p'),
    TRIPS('m'),
    ACCOUNT('a'),
    LOG_OUT('l'),
    QUIT('q');

    private final char key;

    /** What there is to choose. */
    static List<Choice> all(boolean trips) {
      return Stream.of(values())
          .filter(choice -> trips || (choice != PLAN && choice != TRIPS))
          .toList();
    }

    Choice(char key) {
      this.key = key;
    }

    char key() {
      return key;
    }
  }

  /** So that a registry's key, which is told here, stays in one piece. */
  private static final int COLUMNS_MAX = 52;

  private static final Ink CHOSEN = new Ink(Ink.Tone.STRONG, Ink.Base.BOX_IN_USE);

  private MenuView() {}

  /** The menu with one choice marked. */
  static Canvas draw(
      Texts texts,
      int rows,
      int columns,
      String right,
      String alias,
      List<Choice> choices,
      Choice marked,
      Form.Notice notice) {
    if (rows < FormsView.ROWS_MIN || columns < FormsView.COLUMNS_MIN) {
      return Chrome.tooSmall(
          rows,
          columns,
          texts.of("tooSmall", columns, rows, FormsView.COLUMNS_MIN, FormsView.ROWS_MIN));
    }
    Canvas canvas = Chrome.frame(rows, columns, right, hints(texts));
    int width = Math.min(COLUMNS_MAX, columns - 4);
    int left = (columns - width) / 2;
    int row = FormsView.top(rows) + (rows >= 24 ? 2 : 0);
    canvas.put(row, left, texts.of("menu.welcome", alias), Ink.ACCENT);
    row += 2;
    for (Choice choice : choices) {
      Ink ink = choice == marked ? CHOSEN : Ink.PLAIN;
      canvas.fill(row, left, width, ink);
      canvas.onClick(row, left, width, Key.of(choice.key));
      canvas.put(row, left + 1, choice == marked ? "›" : " ", ink);
      canvas.put(row, left + 3, label(texts, choice), ink);
      canvas.putRight(
          row, left + width - 1, String.valueOf(choice.key), choice == marked ? ink : Ink.FAINT);
      row += rows >= 24 && choices.size() < 7 ? 2 : 1;
    }
    row++;
    Ink ink = notice.bad() ? Ink.ERROR : Ink.PLAIN;
    int _ = canvas.paragraph(row, left, width, notice.text(), ink);
    return canvas;
  }

  static String label(Texts texts, Choice choice) {
    return switch (choice) {
      case ENTER -> texts.of("menu.enter");
      case UPDATE -> texts.of("menu.update");
      case PLAN -> texts.of("menu.plan");
      case TRIPS -> texts.of("menu.trips");
      case ACCOUNT -> texts.of("menu.account");
      case LOG_OUT -> texts.of("menu.logOut");
      case QUIT -> texts.of("menu.quit");
    };
  }

  private static List<Hint> hints(Texts texts) {
    return List.of(
        new Hint("↓ ↑", texts.of("hint.choose")),
        new Hint("Enter", texts.of("hint.go")),
        new Hint("Ctrl-C", texts.of("hint.quit")));
  }
}
