package fwq.common.talk.trips;

import java.util.List;
import java.util.Objects;

/** What a seller answers. */
public sealed interface SellerReply
    permits Found,
        WrongFields,
        NotDone,
        SellerReply.Held,
        SellerReply.Refused,
        SellerReply.Confirmed,
        SellerReply.Cancelled,
        SellerReply.Standing,
        SellerReply.OfferNow {
  /**
   * Places are held.
   *
   * @param heldForSeconds how long still; 0 when they are taken for good by now
   * @param choices what is held, as a search would show it
   */
  record Held(int heldForSeconds, List<Choice> choices) implements SellerReply {
    public Held {
      Checks.atLeast(0, heldForSeconds, "how long it is held");
      choices = List.copyOf(choices);
    }
  }

  /** Nothing is held. */
  record Refused(Refusal why) implements SellerReply {
    public Refused {
      Objects.requireNonNull(why, "why");
    }
  }

  /** What was held is taken for good. */
  record Confirmed() implements SellerReply {}

  /** Nothing is held or taken, and nothing will be. */
  record Cancelled() implements SellerReply {}

  /** How a trip stands. */
  record Standing(State state) implements SellerReply {
    /** What a seller knows of a trip. */
    public enum State {
      /** Never heard of. */
      UNKNOWN,
      /** Held for a while. */
      HELD,
      /** Taken for good. */
      SOLD,
      /** Asked for and not given. */
      REFUSED,
      /** Held too long. */
      EXPIRED,
      /** Given back. */
      CANCELLED
    }

    public Standing {
      Objects.requireNonNull(state, "state");
    }
  }

  /** An offer as it is. */
  record OfferNow(long offer, int version, int price, int stock, int taken) implements SellerReply {
    public OfferNow {
      Checks.offer(offer);
      Checks.atLeast(0, version, "a version");
      Checks.atLeast(0, price, "a price");
      Checks.atLeast(0, stock, "a stock");
      Checks.atLeast(0, taken, "what is taken");
    }
  }
}
