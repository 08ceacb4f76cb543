package fwq.guild.cart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * What a cart has left: what the guild counts, less what was sold since the newest word that is in
 * that count. Pure, for one thread.
 */
final class Stock {
  /** What a cart begins with. */
  static final int FIRST = 100;

  /** Sales that are told apart; older ones are added up. */
  static final int SALES_MAX = 10_000;

  private final Deque<Sold> newer = new ArrayDeque<>();
  private int counted = FIRST;
  private int sold;

  private record Sold(long at, int quantity) {}

  /** What is left, never below 0. */
  int left() {
    return Math.max(0, counted - sold);
  }

  /** The cart has sold. */
  void sell(long at, int quantity) {
    if (newer.size() == SALES_MAX) {
      Sold first = newer.removeFirst();
      Sold second = newer.removeFirst();
      newer.addFirst(new Sold(second.at, first.quantity + second.quantity));
    }
    newer.addLast(new Sold(at, quantity));
    sold += quantity;
  }

  /**
   * The guild says what it counts.
   *
   * @param at of the newest word in that count; nothing when it has none, and so no stock of ours
   */
  void count(OptionalLong at, int stock) {
    if (at.isEmpty()) {
      return;
    }
    counted = stock;
    while (!newer.isEmpty() && newer.peekFirst().at <= at.getAsLong()) {
      sold -= newer.removeFirst().quantity;
    }
  }
}
