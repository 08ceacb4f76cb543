package fwq.common.talk.guild;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * What was read lately, by the ASCII text that it was read from: what comes again and again, as
 * plates and customers do, is made, checked and hashed once. For any thread.
 *
 * @param <T> what is made of a text; it never changes
 */
final class RecentTexts<T> {
  private final Object[] slots;
  private final Function<String, T> make;
  private final Function<T, String> text;

  /**
   * Nothing was read yet.
   *
   * @param slots a power of two; of two texts that share one, the newer is kept
   * @param make may refuse a text with an exception
   */
  RecentTexts(int slots, Function<String, T> make, Function<T, String> text) {
    this.slots = new Object[slots];
    this.make = make;
    this.text = text;
  }

  /** What is made of these bytes, each of which is a character of ASCII. */
  @SuppressWarnings("unchecked") // Only what was made here is in a slot.
  T of(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
    // A slot that another thread fills just now is seen whole or not at all.
    T known = (T) slots[slot];
    if (known != null && isText(text.apply(known), bytes, from, to)) {
      return known;
    }
    T made = make.apply(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    slots[slot] = made;
    return made;
  }

  private static boolean isText(String text, byte[] bytes, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
