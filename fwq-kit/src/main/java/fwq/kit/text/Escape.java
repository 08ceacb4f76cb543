package fwq.kit.text;

import java.util.HexFormat;

/**
 * Makes text from outside safe for a log, an audit or a terminal: what would move the cursor, end
 * the line, turn the text around or cannot be seen is written as {@code \n} or {@code \u001b}, as
 * in Java, so that nobody can forge a line.
 */
public final class Escape {
  private static final HexFormat HEX = HexFormat.of();
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Escape() {}

  /** All of the text. */
  public static String of(String text) {
    if (text.codePoints().allMatch(Escape::isPlain)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  /** The text, or its first characters and an ellipsis. */
  public static String of(String text, int charactersMax) {
    return text.codePointCount(0, text.length()) <= charactersMax
        ? of(text)
        : of(text.substring(0, text.offsetByCodePoints(0, charactersMax))) + "…";
  }

  /** Whether a text is as it is here. */
  public static boolean isPlain(String text) {
    return text.codePoints().allMatch(Escape::isPlain);
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '\n' -> escaped.append("\\n");
      case '\r' -> escaped.append("\\r");
      case '\t' -> escaped.append("\\t");
      default -> {
        if (isPlain(point)) {
          escaped.appendCodePoint(point);
        } else {
          for (char unit : Character.toChars(point)) {
            escaped.append("\\u").append(HEX.toHexDigits(unit));
          }
        }
      }
    }
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      // Hindi and Persian words, and signs of several parts, need these two.
      case Character.FORMAT -> point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }
}
