package fwq.tui;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Measures, shortens and wraps texts by the columns they take on a terminal. */
public final class Words {
  private Words() {}

  /** The columns that a text takes. */
  public static int width(String text) {
    int width = 0;
    for (int next = 0; next < text.length(); ) {
      int point = text.codePointAt(next);
      next += Character.charCount(point);
      width += width(point);
    }
    return width;
  }

  /** The columns that a character takes: 0 for what must not be sent, or cannot be seen. */
  public static int width(int codePoint) {
    if (codePoint >= ' ' && codePoint <= '~') {
      return 1;
    }
    return Character.getType(codePoint) == Character.FORMAT || isVariation(codePoint)
        ? 0
        : Math.max(0, WCWidth.wcwidth(codePoint));
  }

  /**
   * Whether it says how the sign before it is to look, or in which colour of skin. Terminals do not
   * agree on how wide the two are together, so it is not sent.
   */
  private static boolean isVariation(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
  }

  /** Whether it stands on the letter before it, and takes no column of its own. */
  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
        && !isVariation(codePoint);
  }

  /** The text, or its beginning and an ellipsis. */
  public static String shorten(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    return width < 1 ? "" : head(text, width - 1).stripTrailing() + "…";
  }

  /** The text in lines, broken between words, or within a word that is longer than a line. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      String rest = word;
      if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (width(rest) > width) {
        String head = head(rest, Math.max(2, width));
        lines.add(head);
        rest = rest.substring(head.length());
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** The text as a sentence: with a capital letter, and a full stop if it has no other end. */
  public static String sentence(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return stripped;
    }
    int first = stripped.codePointAt(0);
    String rest = stripped.substring(Character.charCount(first));
    String end = ".?!…".indexOf(stripped.charAt(stripped.length() - 1)) < 0 ? "." : "";
    return Character.toString(Character.toUpperCase(first)) + rest + end;
  }

  private static String head(String text, int width) {
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      used += width(point);
      if (used > width) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept.toString();
  }
}
