package fwq.guild.cart;

import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.PlainName;

/** A vendor's lines: {@code sale CLIENT QUANTITY} and {@code at CELL}. Pure. */
final class TillInput {
  /** What is expected, for people. */
  static final String EXPECTED = "expected 'sale ana 2' or 'at 42' (a cell from 0 to 399)";

  private TillInput() {}

  /**
   * What a line says.
   *
   * @throws IllegalArgumentException with a sentence when it is no such line
   */
  static Deed read(String line) {
    String text = line.strip();
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    String verb = first < 0 ? text : text.substring(0, first);
    try {
      if (verb.equals("at") && first > 0) {
        return new Deed.Go(Position.ofCell(Integer.parseInt(text.substring(first).strip())));
      }
      if (verb.equals("sale") && last > first) {
        return sale(text.substring(first, last).strip(), text.substring(last + 1));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(EXPECTED + ", got '" + shortened(text) + "'", e);
    }
    throw new IllegalArgumentException(EXPECTED + ", got '" + shortened(text) + "'");
  }

  private static Deed sale(String client, String quantity) {
    int pieces = Integer.parseInt(quantity);
    if (!PlainName.isValid(client)) {
      throw new IllegalArgumentException(
          "a client's name has 1 to " + PlainName.CHARACTERS_MAX + " characters");
    }
    if (pieces < 1 || pieces > CartWord.Sale.QUANTITY_MAX) {
      throw new IllegalArgumentException(
          "a sale is of 1 to " + CartWord.Sale.QUANTITY_MAX + " pieces, got " + pieces);
    }
    return new Deed.Sell(client, pieces);
  }

  private static String shortened(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 40 ? plain : plain.substring(0, 40) + "…";
  }
}
