package fwq.tui;

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
            case LEFT -> at(Math.max(0, caret - 1));
            case RIGHT -> at(Math.min(length(), caret + 1));
            case HOME -> at(0);
            case END -> at(length());
            case BACKSPACE -> selected || caret == 0 ? kept() : without(caret - 1);
            case DELETE -> selected || caret == length() ? kept() : without(caret);
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

  private TextField without(int codePoint) {
    int from = text.offsetByCodePoints(0, codePoint);
    int to = text.offsetByCodePoints(from, 1);
    return new TextField(text.substring(0, from) + text.substring(to), codePoint, secret, false);
  }

  @Override
  public String toString() {
    return "TextField[" + shown() + "]";
  }
}
