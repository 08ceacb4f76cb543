package fwq.common.message;

import java.util.regex.Pattern;

/** The rule for a guest's username, which is also the key of what is said to and by the guest. */
public final class Alias {
  /** The rule in words, for people. */
  public static final String RULE = "1 to 20 letters, digits, dots, dashes or underscores";

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,20}");

  private Alias() {}

  /** Whether this text can be a username. */
  public static boolean isValid(String text) {
    return text != null && SHAPE.matcher(text).matches();
  }

  /** Gives the text back, or throws {@link IllegalArgumentException} with the rule. */
  static String check(String text) {
    if (!isValid(text)) {
      throw new IllegalArgumentException("a username is " + RULE);
    }
    return text;
  }
}
