package fwq.common.park;

import fwq.kit.text.Escape;

/**
 * The rule for what an operator writes and guests read: one short line that any terminal can show.
 */
public final class Notice {
  /** Characters of a reason. */
  public static final int REASON_MAX = 80;

  /** Characters of a park's name. */
  public static final int NAME_MAX = 40;

  /** Some alphabets take three bytes a character. */
  private static final int BYTES_PER_CHARACTER_MAX = 3;

  private Notice() {}

  /** Gives a reason back, or throws {@link IllegalArgumentException} with the rule. */
  public static String reason(String text) {
    return check("a reason", text, REASON_MAX);
  }

  /** Gives a park's name back, or throws {@link IllegalArgumentException} with the rule. */
  public static String name(String text) {
    return check("a park's name", text, NAME_MAX);
  }

  /** Bytes of a text as UTF-8. */
  public static int bytes(String text) {
    return text.codePoints().map(it -> it < 0x80 ? 1 : it < 0x800 ? 2 : it < 0x10000 ? 3 : 4).sum();
  }

  private static String check(String what, String text, int charactersMax) {
    if (text.isBlank()
        || !text.equals(text.strip())
        || text.codePointCount(0, text.length()) > charactersMax
        || bytes(text) > charactersMax * BYTES_PER_CHARACTER_MAX
        || !Escape.isPlain(text)) {
      throw new IllegalArgumentException(
          what
              + " is one line of 1 to "
              + charactersMax
              + " characters, got "
              + Escape.of(text, 40));
    }
    return text;
  }
}
