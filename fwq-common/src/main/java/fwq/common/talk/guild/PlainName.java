package fwq.common.talk.guild;

import fwq.common.park.Legible;

/**
 * The rule for names that are printed on anybody's terminal: no control, no escape, no mark that
 * turns the direction of writing, no line break.
 */
public final class PlainName {
  /** The most characters of a name. */
  public static final int CHARACTERS_MAX = 40;

  private PlainName() {}

  /** Whether this text can be a name. */
  public static boolean isValid(String text) {
    return isText(text, CHARACTERS_MAX);
  }

  /** Whether this text can be printed, and is not longer. */
  static boolean isText(String text, int charactersMax) {
    if (text.isEmpty() || text.length() > charactersMax) {
      return false;
    }
    // Every sale has a name, and nearly all are of letters that need no more thought.
    boolean isAscii = text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    for (int i = 0; isAscii && i < text.length(); i++) {
      isAscii = text.charAt(i) >= ' ' && text.charAt(i) < 127;
    }
    return isAscii
        || (text.equals(text.strip())
            && text.codePoints().allMatch(PlainName::isPlain)
            && text.codePoints().anyMatch(Legible::isVisible));
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Gives the text back, or throws {@link IllegalArgumentException} with the rule. */
  static String check(String what, String text) {
    if (!isValid(text)) {
      throw new IllegalArgumentException(
          what
              + " has 1 to "
              + CHARACTERS_MAX
              + " characters that can be printed, no space at either end");
    }
    return text;
  }
}
