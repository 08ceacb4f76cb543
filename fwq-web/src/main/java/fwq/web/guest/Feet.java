package fwq.web.guest;

import fwq.common.park.Direction;
import fwq.common.park.FoodCarts;
import fwq.common.park.ParkMap;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.guest.walk.Walker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Where a guest's feet go by themselves: nowhere, to the ride or food cart that was chosen, or
 * wherever the {@link Walker} likes. A step each park minute, here on the server, so that a phone
 * asleep walks on.
 */
final class Feet {
  private final Walker walker;
  private boolean autopilot;
  private OptionalInt chosen = OptionalInt.empty();
  private Optional<Plate> cart = Optional.empty();
  private long minuteDone = -1;

  /** Standing. */
  Feet(RandomGenerator random) {
    this.walker = new Walker(random);
  }

  boolean autopilot() {
    return autopilot;
  }

  /** Hands the feet to the walker, or takes them back. */
  void autopilot(boolean on) {
    chosen = OptionalInt.empty();
    cart = Optional.empty();
    autopilot = on;
  }

  /** Goes to that ride and stays there; nothing stops. */
  void goTo(OptionalInt ride) {
    autopilot = false;
    cart = Optional.empty();
    chosen = ride;
  }

  /** Goes to that food cart, wherever it goes meanwhile. */
  void goTo(Plate plate) {
    goTo(OptionalInt.empty());
    cart = Optional.of(plate);
  }

  /** The food cart that the feet go to. */
  Optional<Plate> cart() {
    return cart;
  }

  /** The ride that the feet go to. */
  OptionalInt heading() {
    return autopilot
        ? walker.target().map(ride -> OptionalInt.of(ride.id())).orElse(OptionalInt.empty())
        : chosen;
  }

  /** Whether the guest is on a ride in this minute. */
  boolean riding(long parkMinute) {
    return autopilot && walker.ridingMinutesLeft(parkMinute) > 0;
  }

  /** The step of this park minute; nothing when it is done already. */
  Optional<Direction> next(Position here, ParkMap map, long parkMinute) {
    if (parkMinute <= minuteDone) {
      return Optional.empty();
    }
    minuteDone = parkMinute;
    if (autopilot) {
      return walker.next(here, Optional.of(map), parkMinute);
    }
    return target(map).flatMap(here::toward);
  }

  /** The cells still to be walked, the last is the ride's or the cart's. */
  List<Position> path(Position here, ParkMap map) {
    List<Position> path = new ArrayList<>();
    Optional<Position> target = target(map);
    Position at = here;
    while (target.isPresent() && !at.equals(target.get())) {
      at = at.step(at.toward(target.get()).orElseThrow());
      path.add(at);
    }
    return path;
  }

  private Optional<Position> target(ParkMap map) {
    if (cart.isPresent()) {
      return map.carts().stream()
          .flatMap(known -> known.carts().stream())
          .filter(it -> it.plate().equals(cart.get()))
          .map(FoodCarts.CartSpot::position)
          .findAny();
    }
    OptionalInt heading = heading();
    return map.rides().stream()
        .map(RideStatus::ride)
        .filter(ride -> heading.isPresent() && ride.id() == heading.getAsInt())
        .map(Ride::position)
        .findAny();
  }
}
