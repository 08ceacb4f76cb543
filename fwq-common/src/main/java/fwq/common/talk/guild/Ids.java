package fwq.common.talk.guild;

/** Random ids of 128 bits, written as 32 hexadecimal digits. */
public final class Ids {
  /** Bytes of an id. */
  public static final int BYTES = 16;

  private Ids() {}

  /** Gives the id back, or throws {@link IllegalArgumentException} with the rule. */
  static String check(String what, String id) {
    if (id.length() != 2 * BYTES
        || !id.chars().allMatch(it -> it >= '0' && it <= '9' || it >= 'a' && it <= 'f')) {
      throw new IllegalArgumentException(what + " is an id of 32 hexadecimal digits");
    }
    return id;
  }
}
