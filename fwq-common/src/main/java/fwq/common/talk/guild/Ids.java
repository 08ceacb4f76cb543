package fwq.common.talk.guild;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Random ids of 128 bits, written as 32 hexadecimal digits. */
public final class Ids {
  /** Bytes of an id. */
  public static final int BYTES = 16;

  private Ids() {}

  /** The mark of an application: who knows it does not know the application's id. */
  public static String mark(String application) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(application.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Gives the id back, or throws {@link IllegalArgumentException} with the rule. */
  static String check(String what, String id) {
    if (id.length() != 2 * BYTES
        || !id.chars().allMatch(it -> (it >= '0' && it <= '9') || (it >= 'a' && it <= 'f'))) {
      throw new IllegalArgumentException(what + " is an id of 32 hexadecimal digits");
    }
    return id;
  }
}
