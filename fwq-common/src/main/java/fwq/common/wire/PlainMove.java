package fwq.common.wire;

import fwq.common.message.Alias;
import fwq.common.message.VisitorEvent.Move;
import fwq.common.park.Position;
import java.nio.charset.StandardCharsets;

/**
 * Reads a move as FWQ's own programs write it, byte for byte, several times as fast as JSON is read
 * in general: nearly all that an engine hears is moves. Anything else, right or wrong, is left to
 * the general reader, with which this one always agrees.
 */
final class PlainMove {
  private static final byte[] TYPE = ascii("{\"type\":\"move\",\"alias\":\"");
  private static final byte[] AT = ascii("\",\"at\":");
  private static final byte[] TO = ascii(",\"to\":");

  /** As many digits as surely fit a long. */
  private static final int DIGITS_MAX = 18;

  private final byte[] bytes;
  private int next;

  private PlainMove(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The move, or null when this is to be read in general. */
  static Move read(byte[] bytes) {
    return bytes == null ? null : new PlainMove(bytes).read();
  }

  private Move read() {
    if (!skip(TYPE)) {
      return null;
    }
    int start = next;
    while (next < bytes.length && bytes[next] != '"') {
      // What JSON escapes, or is longer than one byte, is no plain username.
      if (bytes[next] <= ' ' || bytes[next] == '\\') {
        return null;
      }
      next++;
    }
    int end = next;
    long at = skip(AT) ? number() : -1;
    long to = at >= 0 && skip(TO) ? number() : -1;
    if (to < 0 || to >= Position.CELLS || next != bytes.length - 1 || bytes[next] != '}') {
      return null;
    }
    String alias = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    return Alias.isValid(alias) ? new Move(alias, at, Position.ofCell((int) to)) : null;
  }

  private boolean skip(byte[] expected) {
    if (bytes.length - next < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[next + i] != expected[i]) {
        return false;
      }
    }
    next += expected.length;
    return true;
  }

  /** A whole number without a sign, or -1. */
  private long number() {
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

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
