package fwq.common.talk.guild;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import java.util.Objects;

/**
 * What a member's cart says, signed with the member's key. {@code at} is epoch milliseconds by the
 * cart's clock and rises with each word, so that none can be said twice.
 */
public sealed interface CartWord {
  /** The most that a cart can have, and say that it has. */
  int STOCK_MAX = 1_000_000;

  /** Whose cart. */
  Plate plate();

  /** When, by the cart's clock. */
  long at();

  /** What the cart has left, as far as it knows. */
  int stock();

  /** Where the cart is. */
  Position position();

  /** I am here. */
  record Place(Plate plate, long at, Position position, int stock) implements CartWord {
    public Place {
      check(plate, at, stock, position);
    }
  }

  /**
   * I have sold.
   *
   * @param client to whom, a name that everybody may read
   * @param quantity how many, 1..1,000
   * @param stock what is left after it
   */
  record Sale(Plate plate, long at, String client, int quantity, int stock, Position position)
      implements CartWord {
    /** The most that one sale can be of. */
    public static final int QUANTITY_MAX = 1_000;

    public Sale {
      check(plate, at, stock, position);
      PlainName.check("client", client);
      if (quantity < 1 || quantity > QUANTITY_MAX) {
        throw new IllegalArgumentException(
            "a sale is of 1 to " + QUANTITY_MAX + " pieces, got " + quantity);
      }
    }
  }

  private static void check(Plate plate, long at, int stock, Position position) {
    Objects.requireNonNull(plate, "plate");
    Objects.requireNonNull(position, "position");
    if (at < 0) {
      throw new IllegalArgumentException("at is milliseconds since 1970, got " + at);
    }
    if (stock < 0 || stock > STOCK_MAX) {
      throw new IllegalArgumentException("stock is 0 to " + STOCK_MAX + ", got " + stock);
    }
  }
}
