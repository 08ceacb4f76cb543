package fwq.common.park;

/** The rule for a guest's username, which is also the key of what is said to and by the guest. */
public final class Alias {
  /** The rule in words, for people. */
  public static final String RULE =
      "1 to 20 of the letters a to z, digits, dots, dashes or underscores";

  private static final int CHARACTERS_MAX = 20;

  private Alias() {}

  /** Whether this text can be a username. */
  public static boolean isValid(String text) {
    if (text == null || text.isEmpty() || text.length() > CHARACTERS_MAX) {
      return false;
    }
    // Every event is checked, so this is no regular expression.
    for (int i = 0; i < text.length(); i++) {
      if (!isAllowed(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(char it) {
    return (it >= 'a' && it <= 'z')
        || (it >= 'A' && it <= 'Z')
        || (it >= '0' && it <= '9')
        || it == '.'
        || it == '_'
        || it == '-';
  }

  /** Gives the text back, or throws {@link IllegalArgumentException} with the rule. */
  public static String check(String text) {
    if (!isValid(text)) {
      throw new IllegalArgumentException("a username is " + RULE);
    }
    return text;
  }
}
