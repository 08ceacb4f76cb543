package fwq.common.park;

import java.util.regex.Pattern;

/**
 * The rule for the name that others see on the map: a nickname, or nothing for guests who do not
 * want to be named. What it lets through is safe to print on any terminal. It proves nothing: two
 * guests may choose the same.
 */
public final class ShownName {
  /** The rule in words, for people. */
  public static final String RULE =
      "1 to 20 of the letters a to z, digits, dots, dashes, underscores or single spaces between"
          + " them, or empty";

  /** Not by name. */
  public static final String NONE = "";

  private static final Pattern SHAPE =
      Pattern.compile("(?=.{0,20}$)([A-Za-z0-9._-]+( [A-Za-z0-9._-]+)*)?");

  private ShownName() {}

  /** Whether this text can be shown, or is empty. */
  public static boolean isValid(String text) {
    return text != null && SHAPE.matcher(text).matches();
  }

  /** Gives the text back, or throws {@link IllegalArgumentException} with the rule. */
  public static String check(String text) {
    if (!isValid(text)) {
      throw new IllegalArgumentException("a shown name is " + RULE);
    }
    return text;
  }
}
