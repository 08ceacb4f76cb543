package fwq.common.talk.visit;

import fwq.common.park.Position;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.kit.json.PlainText;
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

  private PlainMove() {}

  /** The move, or null when this is to be read in general. */
  static Move read(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    PlainText text = new PlainText(bytes);
    if (!text.skip(TYPE)) {
      return null;
    }
    int start = text.position();
    if (!text.toQuote()) {
      return null;
    }
    int end = text.position();
    long at = text.skip(AT) ? text.number() : -1;
    long to = at >= 0 && text.skip(TO) ? text.number() : -1;
    if (to < 0 || to >= Position.CELLS || !text.skip('}') || !text.isAtEnd()) {
      return null;
    }
    String alias = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    try {
      return new Move(alias, at, Position.ofCell((int) to));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
