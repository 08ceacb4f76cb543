package fwq.common.talk.trips;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something that a guest may choose: one flight, one tour, or the nights of a stay.
 *
 * @param service what it is
 * @param offers of which it is made: one, or one for each night
 * @param left how many places there are still, of the night with the fewest
 * @param goodUntil when it can no longer be held
 */
public record Choice(Service service, List<Priced> offers, int left, Instant goodUntil) {
  /**
   * An offer and the price of one place.
   *
   * @param price in cents
   */
  public record Priced(long offer, int price) {
    public Priced {
      Checks.offer(offer);
      Checks.atLeast(0, price, "a price");
    }
  }

  public Choice {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(goodUntil, "goodUntil");
    Checks.atLeast(0, left, "what is left");
    if (offers.isEmpty() || offers.size() > Part.NIGHTS_MAX) {
      throw new IllegalArgumentException("a choice is made of 1 to " + Part.NIGHTS_MAX + " offers");
    }
    offers = List.copyOf(offers);
  }

  /** What one place costs, all its nights together, in cents. */
  public long price() {
    long price = 0;
    for (Priced one : offers) {
      price += one.price();
    }
    return price;
  }

  /** What is to be held to have so many places. */
  public List<Part> parts(int quantity) {
    return offers.stream().map(it -> new Part(it.offer(), quantity, it.price())).toList();
  }
}
