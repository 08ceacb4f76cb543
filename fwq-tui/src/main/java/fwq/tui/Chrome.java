package fwq.tui;

import java.util.List;
import java.util.Optional;

/** What every screen has: a title bar at the top, and at the bottom the keys that do something. */
public final class Chrome {
  private Chrome() {}

  /**
   * A key that does something.
   *
   * @param key what is printed on it
   * @param meaning what it does
   */
  public record Hint(String key, String meaning) {
    /** The key itself, where a click can stand for it. */
    Optional<Key> pressed() {
      return switch (key) {
        case "Enter" -> Optional.of(Key.Named.ENTER);
        case "Esc" -> Optional.of(Key.Named.ESCAPE);
        // Nobody is to quit, or to take a step, by a slip of the hand.
        default ->
            key.length() == 1
                ? Optional.of(Key.of(key.charAt(0)))
                : key.startsWith("Tab") ? Optional.of(Key.Named.TAB) : Optional.empty();
      };
    }
  }

  /** A blank screen between title bar and key line. */
  public static Canvas frame(int rows, int columns, String right, List<Hint> hints) {
    Canvas canvas = new Canvas(rows, columns);
    canvas.fill(0, 0, columns, Ink.TITLE);
    canvas.put(0, 1, "FWQ", Ink.TITLE);
    int free = columns - Words.width(right) - 2;
    canvas.put(0, 6, free, columns >= 100 ? "Fun With Queues" : "", Ink.TITLE);
    canvas.putRight(0, columns - 1, right, Ink.TITLE);
    int column = 1;
    int all = hints.stream().mapToInt(Chrome::width).sum();
    int gap = Math.clamp((columns - 2L - all) / Math.max(1, hints.size() - 1), 1, 3);
    for (Hint hint : hints) {
      if (column + width(hint) > columns) {
        break;
      }
      int row = rows - 1;
      int at = column;
      hint.pressed().ifPresent(key -> canvas.onClick(row, at, width(hint), key));
      column = canvas.put(rows - 1, column, hint.key(), Ink.STRONG) + 1;
      column = canvas.put(rows - 1, column, hint.meaning(), Ink.FAINT) + gap;
    }
    return canvas;
  }

  private static int width(Hint hint) {
    return Words.width(hint.key()) + 1 + Words.width(hint.meaning());
  }

  /** Says that there is no room, in whatever room there is. */
  public static Canvas tooSmall(int rows, int columns, String sentence) {
    Canvas canvas = new Canvas(rows, columns);
    canvas.paragraph(0, 1, Math.max(2, columns - 2), sentence, Ink.STRONG);
    return canvas;
  }
}
