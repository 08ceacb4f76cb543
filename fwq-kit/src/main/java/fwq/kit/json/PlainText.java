package fwq.kit.json;

import java.util.Arrays;

/**
 * Goes through bytes that may be what FWQ's own programs write, without spaces, escapes or signs.
 * Whatever is not is told by {@code false} or -1, and left to the general reader.
 */
public final class PlainText {
  /** As many digits as surely fit a long. */
  private static final int DIGITS_MAX = 18;

  private final byte[] bytes;
  private int next;

  public PlainText(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Goes beyond these bytes if they come next. */
  public boolean skip(byte[] expected) {
    int end = next + expected.length;
    if (end > bytes.length || !Arrays.equals(bytes, next, end, expected, 0, expected.length)) {
      return false;
    }
    next = end;
    return true;
  }

  /** Goes beyond this character if it comes next. */
  public boolean skip(char expected) {
    if (next == bytes.length || bytes[next] != expected) {
      return false;
    }
    next++;
    return true;
  }

  /** Goes beyond a whole number and gives it, or -1. */
  public long number() {
    int start = next;
    long number = 0;
    while (next < bytes.length && bytes[next] >= '0' && bytes[next] <= '9') {
      number = 10 * number + bytes[next] - '0';
      next++;
      if (next - start > DIGITS_MAX) {
        return -1;
      }
    }
    int digits = next - start;
    return digits == 0 || (digits > 1 && bytes[start] == '0') ? -1 : number;
  }

  /** Where it is. */
  public int position() {
    return next;
  }

  /** Goes to the quote that ends a text; false where it holds what JSON escapes, or a space. */
  public boolean toQuote() {
    while (next < bytes.length && bytes[next] != '"') {
      // A byte below 0 is part of a character that is longer than one.
      if (bytes[next] <= ' ' || bytes[next] == '\\') {
        return false;
      }
      next++;
    }
    return true;
  }

  public boolean isAtEnd() {
    return next == bytes.length;
  }
}
