package fwq.guild.rules;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a member's cart.
 *
 * @param mark whose application it is: another member with the same plate begins anew
 * @param at of its newest word, by its own clock; -1 before the first
 * @param heardAt log time of its newest word
 * @param excusedMillis how much of the time since then nobody could be heard in
 * @param place where it is, or was when it fell silent
 * @param isThere whether it has been heard within the last minute
 * @param stock what it has left by the guild's count
 * @param oddAt log time of the last strange thing that was said of it, or 0
 */
public record Cart(
    Plate plate,
    String mark,
    long at,
    long heardAt,
    long excusedMillis,
    Optional<Position> place,
    boolean isThere,
    int stock,
    long oddAt) {
  public Cart {
    Objects.requireNonNull(plate, "plate");
    Objects.requireNonNull(place, "place");
    if (stock < 0) {
      throw new IllegalArgumentException("stock is never below 0, got " + stock);
    }
  }

  /** One that has said nothing yet. */
  static Cart of(Plate plate, String mark) {
    return new Cart(plate, mark, -1, 0, 0, Optional.empty(), false, 0, 0);
  }

  /** Whether it has ever said anything. */
  boolean isKnown() {
    return at >= 0;
  }

  /** For how long it could have been heard and was not. */
  long silentMillis(long time) {
    return time - heardAt - excusedMillis;
  }

  Cart hear(CartWord word, long time, int left) {
    return new Cart(
        plate, mark, word.at(), time, 0, Optional.of(word.position()), true, left, oddAt);
  }

  Cart excuse(long millis) {
    return new Cart(plate, mark, at, heardAt, excusedMillis + millis, place, isThere, stock, oddAt);
  }

  Cart gone() {
    return new Cart(plate, mark, at, heardAt, excusedMillis, place, false, stock, oddAt);
  }

  Cart withStock(int pieces) {
    return new Cart(plate, mark, at, heardAt, excusedMillis, place, isThere, pieces, oddAt);
  }

  Cart oddAt(long time) {
    return new Cart(plate, mark, at, heardAt, excusedMillis, place, isThere, stock, time);
  }
}
