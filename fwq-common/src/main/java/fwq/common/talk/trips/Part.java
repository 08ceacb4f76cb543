package fwq.common.talk.trips;

import java.util.List;

/**
 * Places of one offer.
 *
 * @param offer the offer's id
 * @param quantity seats, rooms or people, 1..9
 * @param price of one place as the guest saw it, in cents, 0..10,000,000
 */
public record Part(long offer, int quantity, int price) {
  /** The most places of one offer that a trip takes. */
  public static final int QUANTITY_MAX = 9;

  /** In cents. */
  public static final int PRICE_MAX = 10_000_000;

  /** The most nights that a stay has, so that fifty stays fit into a frame. */
  public static final int NIGHTS_MAX = 21;

  public Part {
    Checks.offer(offer);
    if (quantity < 1 || quantity > QUANTITY_MAX) {
      throw new IllegalArgumentException(
          "a quantity is from 1 to " + QUANTITY_MAX + ", such as 2, got " + quantity);
    }
    if (price < 0 || price > PRICE_MAX) {
      throw new IllegalArgumentException(
          "a price is from 0 to " + PRICE_MAX + " cents, such as 4500, got " + price);
    }
  }

  /** What all of them cost, in cents. */
  public static long total(List<Part> parts) {
    long total = 0;
    for (Part part : parts) {
      total = Math.addExact(total, Math.multiplyExact((long) part.price, (long) part.quantity));
    }
    return total;
  }

  /** Refuses a list that is empty, too long, or has an offer twice; takes a copy. */
  static List<Part> checked(List<Part> parts) {
    if (parts.isEmpty() || parts.size() > NIGHTS_MAX) {
      throw new IllegalArgumentException(
          "1 to " + NIGHTS_MAX + " offers are held together, got " + parts.size());
    }
    if (parts.stream().map(Part::offer).distinct().count() < parts.size()) {
      throw new IllegalArgumentException("an offer is held once, with the quantity that is wanted");
    }
    return List.copyOf(parts);
  }
}
