package fwq.common.park;

import java.util.Locale;

/**
 * A cart's plate, and the key of what is said by it and about it.
 *
 * @param text 4 to 8 capital letters, digits and dashes, such as {@code PARK-01}
 */
public record Plate(String text) implements Comparable<Plate> {
  /** The rule in words, for people. */
  public static final String RULE =
      "4 to 8 letters, digits and dashes, such as PARK-01; capitals and spaces make no difference";

  private static final int CHARACTERS_MIN = 4;
  private static final int CHARACTERS_MAX = 8;

  public Plate {
    if (!isValid(text)) {
      throw new IllegalArgumentException("a plate has " + RULE);
    }
  }

  /** The plate as people write it: {@code park 01} and {@code PARK01} are one. */
  public static Plate of(String text) {
    return new Plate(text.replace(" ", "").toUpperCase(Locale.ROOT));
  }

  private static boolean isValid(String text) {
    if (text.length() < CHARACTERS_MIN || text.length() > CHARACTERS_MAX) {
      return false;
    }
    // Every record of a cart is checked, so this is no regular expression.
    for (int i = 0; i < text.length(); i++) {
      char it = text.charAt(i);
      if (!((it >= 'A' && it <= 'Z') || (it >= '0' && it <= '9') || it == '-')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(Plate other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
