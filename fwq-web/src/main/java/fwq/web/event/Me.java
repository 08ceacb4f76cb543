package fwq.web.event;

import fwq.common.park.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One guest, as the guest's own pages show it.
 *
 * @param position where, while inside
 * @param heading the ride that the feet go to by themselves
 * @param cart the plate of the food cart that they go to
 * @param path the cells still to be walked, the last is the ride's
 * @param alert what the guest wants to be told of
 * @param reason why outside, if there is a reason, such as {@code FULL}; {@code UNANSWERED} where
 *     the park has not answered for 3 s though it is there
 */
public record Me(
    State state,
    Optional<Position> position,
    OptionalInt heading,
    Optional<String> cart,
    List<Position> path,
    boolean autopilot,
    Optional<Alert> alert,
    Optional<String> reason) {
  /** The same with an alert that came true. */
  public Me withAlert(Alert due) {
    return new Me(state, position, heading, cart, path, autopilot, Optional.of(due), reason);
  }

  /** Where a guest is. */
  public enum State {
    /** In the menu. */
    OUTSIDE,
    /** Has asked, and waits for the answer. */
    ENTERING,
    /** In the park. */
    INSIDE,
    /** In the park, on a ride. */
    RIDING,
    /** Not let in; asks again by itself. */
    REFUSED,
    /** The stay has ended, and not by the guest's word. */
    GONE
  }

  /**
   * A wish to be told, once, when a ride's wait is below so many minutes.
   *
   * @param waitMinutes the minutes that made it true; absent while it has not come true
   */
  public record Alert(int ride, int belowMinutes, OptionalInt waitMinutes) {}
}
