package fwq.common.park;

/**
 * What a name must be so that others can read it on their screens: on one line, leaving the text
 * around it where it is, and with something to see.
 */
public final class Legible {
  /** A letter or a sign by its kind, and yet nothing is to be seen: fillers, and the empty cell. */
  private static final String INVISIBLE = "\u115F\u1160\u2800\u3164\uFFA0";

  private Legible() {}

  /** Whether this text can be a name. */
  public static boolean isName(String text) {
    return text.codePoints().allMatch(Legible::fitsOnOneLine)
        && text.codePoints().anyMatch(Legible::isVisible);
  }

  /** Whether something is to be seen where this character is printed alone. */
  public static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> INVISIBLE.indexOf(character) < 0;
    };
  }

  /** Half a character, which UTF-8 cannot say; JSON can smuggle it in as an escape. */
  public static boolean isLoneSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  private static boolean fitsOnOneLine(int character) {
    boolean breaksLine = character == 0x2028 || character == 0x2029;
    boolean turnsText =
        (character >= 0x202A && character <= 0x202E)
            || (character >= 0x2066 && character <= 0x2069);
    return !breaksLine
        && !turnsText
        && !Character.isISOControl(character)
        && !isLoneSurrogate(character);
  }
}
