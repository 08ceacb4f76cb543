package fwq.common.talk.guild;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.kit.json.PlainText;
import java.nio.charset.StandardCharsets;

/**
 * Reads a cart's word as FWQ's own programs write it, byte for byte, several times as fast as JSON
 * is read in general. Anything else, right or wrong, is left to the general reader, with which this
 * one always agrees.
 */
final class PlainCartWord {
  private static final byte[] CART = ascii("{\"type\":\"cart\",\"plate\":\"");
  private static final byte[] SALE = ascii("{\"type\":\"sale\",\"plate\":\"");
  private static final byte[] AT = ascii("\",\"at\":");
  private static final byte[] CLIENT = ascii(",\"client\":\"");
  private static final byte[] QUANTITY = ascii("\",\"quantity\":");
  private static final byte[] STOCK = ascii(",\"stock\":");
  private static final byte[] POSITION = ascii(",\"position\":");

  private static final RecentTexts<Plate> PLATES = new RecentTexts<>(256, Plate::new, Plate::text);
  private static final RecentTexts<String> CLIENTS =
      new RecentTexts<>(1_024, it -> PlainName.check("client", it), it -> it);

  private PlainCartWord() {}

  /** The word, or null when this is to be read in general. */
  static CartWord read(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    PlainText text = new PlainText(bytes);
    try {
      if (text.skip(SALE)) {
        return sale(text, bytes);
      }
      return text.skip(CART) ? place(text, bytes) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static CartWord place(PlainText text, byte[] bytes) {
    Plate plate = quoted(text, bytes, PLATES);
    long at = number(text, AT);
    long position = number(text, POSITION);
    long stock = number(text, STOCK);
    return plate == null || at < 0 || isOut(position, stock) || !isEnd(text)
        ? null
        : new CartWord.Place(plate, at, Position.ofCell((int) position), (int) stock);
  }

  private static CartWord sale(PlainText text, byte[] bytes) {
    Plate plate = quoted(text, bytes, PLATES);
    long at = number(text, AT);
    String client = text.skip(CLIENT) ? quoted(text, bytes, CLIENTS) : null;
    long quantity = number(text, QUANTITY);
    long stock = number(text, STOCK);
    long position = number(text, POSITION);
    boolean isPlain =
        plate != null
            && at >= 0
            && client != null
            && quantity >= 0
            && quantity <= CartWord.Sale.QUANTITY_MAX
            && !isOut(position, stock)
            && isEnd(text);
    return isPlain
        ? new CartWord.Sale(
            plate, at, client, (int) quantity, (int) stock, Position.ofCell((int) position))
        : null;
  }

  private static boolean isOut(long position, long stock) {
    return position < 0 || position >= Position.CELLS || stock < 0 || stock > CartWord.STOCK_MAX;
  }

  private static boolean isEnd(PlainText text) {
    return text.skip('}') && text.isAtEnd();
  }

  private static long number(PlainText text, byte[] before) {
    return text.skip(before) ? text.number() : -1;
  }

  /** What is made of a text of ASCII alone, or null. */
  private static <T> T quoted(PlainText text, byte[] bytes, RecentTexts<T> recent) {
    int start = text.position();
    if (!text.toQuote()) {
      return null;
    }
    for (int i = start; i < text.position(); i++) {
      if (bytes[i] < 0) {
        return null;
      }
    }
    return recent.of(bytes, start, text.position());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
