package fwq.tui;

/** What somebody did on the keyboard, or with the mouse. */
public sealed interface Key {
  /** A character. */
  record Typed(int codePoint) implements Key {
    @Override
    public String toString() {
      // It may be a letter of a password.
      return "Typed";
    }
  }

  /** A text that came from the clipboard in one piece; never a command. */
  record Pasted(String text) implements Key {
    @Override
    public String toString() {
      return "Pasted";
    }
  }

  /** What the mouse pointed at. */
  sealed interface Pointed extends Key {}

  /** A place of the screen, counted from 0; the {@link Canvas} there knows what it means. */
  record Clicked(int row, int column) implements Pointed {}

  /** One of the things that the page shows, by a number that the page knows. */
  record Thing(int id) implements Pointed {}

  /** A field of the page's forms, counted from 0 over all of them. */
  record Field(int index) implements Pointed {}

  /** A key without a character of its own. */
  enum Named implements Key {
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    BACKSPACE,
    DELETE,
    /** Ctrl-U: empty the field. */
    ERASE,
    TAB,
    BACK_TAB,
    ENTER,
    ESCAPE,
    /** Ctrl-C. */
    INTERRUPT,
    /** Ctrl-Z: the user wants to do something else in this terminal. */
    SUSPEND
  }

  static Key of(char character) {
    return new Typed(character);
  }
}
