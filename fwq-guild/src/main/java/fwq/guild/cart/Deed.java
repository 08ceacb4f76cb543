package fwq.guild.cart;

import fwq.common.park.Position;

/** What a cart does. */
sealed interface Deed {
  /** It goes there. */
  record Go(Position to) implements Deed {}

  /** It sells. */
  record Sell(String client, int quantity) implements Deed {}
}
