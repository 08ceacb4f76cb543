package fwq.common.park;

import java.util.List;
import java.util.Objects;

/**
 * Food carts on the map, as far as they are known.
 *
 * @param carts the guild's
 * @param fugitives carts that guests saw and that are no member's, those seen last first
 */
public record FoodCarts(List<CartSpot> carts, List<Fugitive> fugitives) {
  /** Carts that a park can have. */
  public static final int CARTS_MAX = 20;

  /** Fugitives that a map shows. */
  public static final int FUGITIVES_MAX = 8;

  public FoodCarts {
    carts = List.copyOf(carts);
    fugitives = List.copyOf(fugitives);
    if (carts.size() > CARTS_MAX || fugitives.size() > FUGITIVES_MAX) {
      throw new IllegalArgumentException("a map has at most 20 carts and 8 fugitives");
    }
  }

  /**
   * One cart.
   *
   * @param stock what it has left
   */
  public record CartSpot(Plate plate, Position position, int stock) {
    public CartSpot {
      Objects.requireNonNull(plate, "plate");
      Objects.requireNonNull(position, "position");
      if (stock < 0) {
        throw new IllegalArgumentException("a stock is not negative, got " + stock);
      }
    }

    /** Whether there is something to buy. */
    public boolean hasSomething() {
      return stock > 0;
    }
  }

  /**
   * One fugitive.
   *
   * @param count how often it was seen
   */
  public record Fugitive(Position position, int count) {
    public Fugitive {
      Objects.requireNonNull(position, "position");
      if (count < 1) {
        throw new IllegalArgumentException("a fugitive was seen at least once, got " + count);
      }
    }
  }
}
