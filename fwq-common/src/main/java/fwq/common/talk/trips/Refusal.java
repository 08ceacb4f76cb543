package fwq.common.talk.trips;

/** Why places were not given. */
public sealed interface Refusal {
  /** Its name for programs, such as {@code SOLD_OUT}. */
  default String code() {
    return switch (this) {
      case SoldOut _ -> "SOLD_OUT";
      case PriceChanged _ -> "PRICE_CHANGED";
      case Expired _ -> "EXPIRED";
      case Differs _ -> "DIFFERS";
      case Away _ -> "AWAY";
      case Cancelled _ -> "CANCELLED";
    };
  }

  /**
   * There are fewer than were wanted.
   *
   * @param left how many there are
   */
  record SoldOut(long offer, int left) implements Refusal {
    public SoldOut {
      Checks.offer(offer);
      Checks.atLeast(0, left, "what is left");
    }
  }

  /**
   * It costs something else than the guest saw.
   *
   * @param price in cents, now
   */
  record PriceChanged(long offer, int price) implements Refusal {
    public PriceChanged {
      Checks.offer(offer);
      Checks.atLeast(0, price, "a price");
    }
  }

  /** The offer, the hold or the trip is over. */
  record Expired() implements Refusal {}

  /** The same trip was asked for before with other offers. */
  record Differs() implements Refusal {}

  /** The seller cannot be asked just now. */
  record Away() implements Refusal {}

  /** Whoever booked the trip has cancelled it. */
  record Cancelled() implements Refusal {}
}
