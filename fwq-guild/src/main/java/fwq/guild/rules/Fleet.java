package fwq.guild.rules;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.guild.rules.GuildEvent.Oddity;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The members' carts: where each is, what it has left, and what about it is strange. */
final class Fleet {
  /** A cart that says nothing for so long has gone. */
  static final long SILENCE_LIMIT_MILLIS = 60_000;

  /** A cart's clock may be so far ahead of the log. */
  static final long AHEAD_MAX_MILLIS = 60_000;

  /** The most that a cart can begin with. */
  static final int FIRST_STOCK_MAX = 1_000;

  /** Of one cart no more than one strange thing is said in this time; it would drown the others. */
  static final long ODD_PAUSE_MILLIS = 10_000;

  /** Below so many pieces, a cart needs more. */
  static final int NEED_BELOW = 20;

  private final Map<Plate, Cart> carts = new HashMap<>();
  private final Consumer<GuildEvent> events;

  Fleet(Collection<Cart> carts, Consumer<GuildEvent> events) {
    carts.forEach(cart -> this.carts.put(cart.plate(), cart));
    this.events = events;
  }

  /** By plate. */
  List<Cart> all() {
    return carts.values().stream().sorted(Comparator.comparing(Cart::plate)).toList();
  }

  /** A member's cart; one that is new to the guild where its owner is. */
  Cart of(Plate plate, String mark) {
    Cart known = carts.get(plate);
    return known != null && known.mark().equals(mark) ? known : Cart.of(plate, mark);
  }

  /** Its owner is no member any more. */
  void remove(Plate plate, long time) {
    Cart cart = carts.remove(plate);
    if (cart != null && cart.isThere()) {
      disappear(cart, time);
    }
  }

  /**
   * Takes what a member's cart says.
   *
   * @param time log time
   */
  Verdict hear(Cart cart, CartWord word, long time) {
    if (word.at() > time + AHEAD_MAX_MILLIS) {
      return Verdict.AHEAD;
    }
    if (word.at() <= cart.at()) {
      return Verdict.REPLAYED;
    }
    Cart heard = cart.hear(word, time, stock(cart, word));
    if (time - cart.oddAt() >= ODD_PAUSE_MILLIS) {
      Optional<GuildEvent.Strange> odd =
          jump(cart, word, time).or(() -> oversold(cart, word, time));
      if (odd.isPresent()) {
        events.accept(odd.get());
        heard = heard.oddAt(time);
      }
    }
    if (!cart.isThere()) {
      events.accept(new GuildEvent.Appeared(time, word.plate(), word.position()));
    }
    put(heard);
    return Verdict.COUNTED;
  }

  /** One cell takes a second, and the second that has begun counts. */
  private static Optional<GuildEvent.Strange> jump(Cart cart, CartWord word, long time) {
    long seconds = Math.ceilDiv(word.at() - cart.at(), 1_000L);
    int cells = cart.place().map(from -> from.distance(word.position())).orElse(0);
    if (cells <= seconds) {
      return Optional.empty();
    }
    Oddity what =
        switch (word) {
          case CartWord.Place _ -> Oddity.JUMPED;
          case CartWord.Sale _ -> Oddity.SOLD_FAR_AWAY;
        };
    return Optional.of(
        new GuildEvent.Strange(time, cart.plate(), what, cells + " cells in " + seconds + " s"));
  }

  private static Optional<GuildEvent.Strange> oversold(Cart cart, CartWord word, long time) {
    int sold = sold(word);
    return cart.isKnown() && sold > cart.stock()
        ? Optional.of(
            new GuildEvent.Strange(
                time,
                cart.plate(),
                Oddity.SOLD_TOO_MUCH,
                sold + " sold with " + cart.stock() + " left"))
        : Optional.empty();
  }

  private static int sold(CartWord word) {
    return switch (word) {
      case CartWord.Place _ -> 0;
      case CartWord.Sale sale -> sale.quantity();
    };
  }

  private static int stock(Cart cart, CartWord word) {
    return cart.isKnown()
        ? Math.max(0, cart.stock() - sold(word))
        : Math.min(word.stock(), FIRST_STOCK_MAX);
  }

  /** A delivery has arrived, whether or not the cart is there. */
  void deliver(Plate plate, int pieces) {
    carts.computeIfPresent(plate, (_, cart) -> cart.withStock(cart.stock() + pieces));
  }

  boolean needsMore(Plate plate) {
    Cart cart = carts.get(plate);
    return cart != null && cart.isKnown() && cart.stock() < NEED_BELOW;
  }

  /** Nobody could be heard for so long. */
  void excuse(long millis) {
    carts.replaceAll((_, cart) -> cart.isThere() ? cart.excuse(millis) : cart);
  }

  /** Those that have been silent for too long are gone. */
  void pass(long time) {
    for (Cart cart : all()) {
      if (cart.isThere() && cart.silentMillis(time) >= SILENCE_LIMIT_MILLIS) {
        disappear(cart, time);
        put(cart.gone());
      }
    }
  }

  private void disappear(Cart cart, long time) {
    events.accept(new GuildEvent.Disappeared(time, cart.plate(), cart.place().orElseThrow()));
  }

  /** When the next one will have been silent for too long, if nothing is heard of it. */
  long nextAt() {
    long next = Long.MAX_VALUE;
    for (Cart cart : carts.values()) {
      if (cart.isThere()) {
        next = Math.min(next, cart.heardAt() + cart.excusedMillis() + SILENCE_LIMIT_MILLIS);
      }
    }
    return next;
  }

  /** Whether a member's cart is within one step of this place. */
  boolean isNear(Position position) {
    for (Cart cart : carts.values()) {
      if (cart.isThere() && cart.place().orElseThrow().distance(position) <= 1) {
        return true;
      }
    }
    return false;
  }

  private void put(Cart cart) {
    carts.put(cart.plate(), cart);
  }
}
