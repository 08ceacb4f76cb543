package fwq.common.talk.visit;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What is on the topic {@code Ended}: for a guest's username, as key, until when the sessions were
 * issued that are over, epoch milliseconds as text. A broker reads it, which knows no JSON of ours;
 * nobody signs it, because that broker lets the registry alone write there.
 */
public final class EndedCodec {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{1,18}");

  private EndedCodec() {}

  /** That sessions issued at or before this are over. */
  public static byte[] write(long issuedAt) {
    return Long.toString(issuedAt).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * What {@link #write} was given; nothing where it cannot have written this.
   *
   * @param value or null
   */
  public static OptionalLong read(byte[] value) {
    String text = value == null ? "" : new String(value, StandardCharsets.US_ASCII);
    return SHAPE.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
