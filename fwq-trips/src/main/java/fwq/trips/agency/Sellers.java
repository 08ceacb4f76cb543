package fwq.trips.agency;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;

/** Asks the seller of a leg, within a limit of time. For any number of threads at once. */
@FunctionalInterface
interface Sellers {
  /**
   * Asks, once or twice.
   *
   * @throws SellerAwayException when no answer came; the words may have been heard all the same
   */
  SellerReply ask(Leg leg, SellerRequest request) throws SellerAwayException;
}
