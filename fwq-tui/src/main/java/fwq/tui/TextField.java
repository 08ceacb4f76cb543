package fwq.tui;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * One line of text under somebody's fingers.
 *
 * @param text what was typed
 * @param caret where the next character goes, in code points from the start
 * @param secret whether it is a password, to be shown as dots
 * @param selected whether what is typed next replaces all of it
 */
public record TextField(String text, int caret, boolean secret, boolean selected) {
  /** What goes beyond is not typed. */
  static final int CODE_POINTS_MAX = 254;

  public static TextField empty(boolean secret) {
    return new TextField("", 0, secret, false);
  }

  /** The same field with this text, ready to be continued. */
  public TextField with(String text) {
    return new TextField(text, text.codePointCount(0, text.length()), secret, false);
  }

  /** The same field, selected whole where there is something to select. */
  public TextField select() {
    return new TextField(text, length(), secret, !text.isEmpty());
  }

  /** What may be seen of it. */
  public String shown() {
    return secret ? "•".repeat(length()) : text;
  }

  /** What a key makes of it: itself, when the key is none for a text. */
  public TextField press(Key key) {
    return switch (key) {
      case Key.Typed typed -> kept().insert(Character.toString(typed.codePoint()));
      case Key.Pasted pasted -> kept().insert(pasted.text());
      case Key.Pointed _ -> this;
      case Key.Named named ->
          switch (named) {
            case LEFT -> at(letter(caret, -1));
            case RIGHT -> at(letter(caret, 1));
            case HOME -> at(0);
            case END -> at(length());
            // The last mark alone, so that it can be mended.
            case BACKSPACE -> selected ? kept() : without(Math.max(0, caret - 1), caret);
            case DELETE -> selected ? kept() : without(caret, letter(caret, 1));
            case ERASE -> empty(secret);
            case UP, DOWN, TAB, BACK_TAB, ENTER, ESCAPE, INTERRUPT, SUSPEND -> this;
          };
    };
  }

  /** What a change leaves of it. */
  private TextField kept() {
    return selected ? empty(secret) : this;
  }

  private int length() {
    return text.codePointCount(0, text.length());
  }

  private TextField at(int codePoint) {
    return new TextField(text, codePoint, secret, false);
  }

  private TextField insert(String more) {
    int room = CODE_POINTS_MAX - length();
    StringBuilder kept = new StringBuilder(text);
    StringBuilder clean = new StringBuilder();
    // A pasted line end does not submit, and no field holds control characters.
    more.codePoints()
        .filter(point -> !Character.isISOControl(point))
        .limit(Math.max(0, room))
        .forEach(clean::appendCodePoint);
    kept.insert(text.offsetByCodePoints(0, caret), clean);
    return new TextField(
        kept.toString(), caret + clean.codePointCount(0, clean.length()), secret, false);
  }

  private TextField without(int from, int to) {
    String kept =
        text.substring(0, text.offsetByCodePoints(0, from))
            + text.substring(text.offsetByCodePoints(0, to));
    return new TextField(kept, from, secret, false);
  }

  /** The next place, in that direction, that is not within a letter and its marks. */
  private int letter(int from, int direction) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int at = text.offsetByCodePoints(0, from);
    int next = direction < 0 ? letters.preceding(at) : letters.following(at);
    return next == BreakIterator.DONE ? from : text.codePointCount(0, next);
  }

  @Override
  public String toString() {
    return "TextField[" + shown() + "]";
  }
}
