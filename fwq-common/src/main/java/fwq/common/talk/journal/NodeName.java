package fwq.common.talk.journal;

import java.util.regex.Pattern;

/**
 * A node's name, which its operator gives it and under which it is known for good.
 *
 * @param text letters, digits, '.', '_' and '-'
 */
public record NodeName(String text) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

  /** Refuses what would not do as a folder's name or in a line of a log. */
  public NodeName {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a node's name has 1 to 32 letters, digits, '.', '_' or '-', such as north");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
