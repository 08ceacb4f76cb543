package fwq.common.talk.trips;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What is said to a seller. A trip's id is made by whoever books it, so that a word can be said
 * again when its answer was lost.
 */
public sealed interface SellerRequest
    permits Search,
        SellerRequest.Hold,
        SellerRequest.Confirm,
        SellerRequest.Cancel,
        SellerRequest.Status,
        SellerRequest.Look,
        SellerRequest.Change {
  /**
   * Asks for places of all these offers, or of none.
   *
   * @param parts 1 to 21, no offer twice
   */
  record Hold(UUID trip, List<Part> parts) implements SellerRequest {
    public Hold {
      Objects.requireNonNull(trip, "trip");
      parts = Part.checked(parts);
    }
  }

  /** Takes for good what is held. */
  record Confirm(UUID trip) implements SellerRequest {
    public Confirm {
      Objects.requireNonNull(trip, "trip");
    }
  }

  /** Gives back what is held or taken; and whatever is asked for later under this id is refused. */
  record Cancel(UUID trip) implements SellerRequest {
    public Cancel {
      Objects.requireNonNull(trip, "trip");
    }
  }

  /** Asks how it stands. */
  record Status(UUID trip) implements SellerRequest {
    public Status {
      Objects.requireNonNull(trip, "trip");
    }
  }

  /** Asks for an offer as it is, to change it. */
  record Look(long offer) implements SellerRequest {
    public Look {
      Checks.offer(offer);
    }
  }

  /**
   * Changes an offer.
   *
   * @param version the offer's as it was seen, so that a change is made once
   * @param price for one place, in cents
   * @param stock how many places there are, the taken ones among them
   * @param sig over all this, with the seller's secret
   */
  record Change(long offer, int version, OptionalInt price, OptionalInt stock, String sig)
      implements SellerRequest {
    public Change {
      Checks.offer(offer);
      Checks.atLeast(0, version, "a version");
      Checks.atLeast(0, price.orElse(0), "a price");
      Checks.atLeast(0, stock.orElse(0), "a stock");
      Objects.requireNonNull(price, "price");
      Objects.requireNonNull(stock, "stock");
      Objects.requireNonNull(sig, "sig");
    }

    /** What is signed. */
    public static String signed(long offer, int version, OptionalInt price, OptionalInt stock) {
      return "offer " + offer + " " + version + " " + text(price) + " " + text(stock);
    }

    private static String text(OptionalInt number) {
      return number.isPresent() ? Integer.toString(number.getAsInt()) : "-";
    }
  }
}
