package fwq.visitor.terminal;

import fwq.common.park.Direction;
import fwq.common.park.FoodCarts;
import fwq.common.park.FoodCarts.CartSpot;
import fwq.common.park.ParkMap;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.guest.walk.Walker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Where the guest's feet go by themselves: nowhere, to the ride or cart that was chosen, or
 * wherever the {@link Walker} likes. A step each park minute.
 */
final class Guide {
  private static final int NONE = -1;

  private final Walker walker;
  private boolean autopilot;
  private int chosen = NONE;
  private Optional<Plate> cart = Optional.empty();
  private long minuteDone = -1;

  Guide(RandomGenerator random) {
    this.walker = new Walker(random);
  }

  boolean autopilot() {
    return autopilot;
  }

  /** Hands the wheel to the walker, or takes it back. */
  void toggleAutopilot() {
    chosen = NONE;
    cart = Optional.empty();
    autopilot = !autopilot;
  }

  /** Goes to that ride, and stays there. */
  void goTo(Ride ride) {
    autopilot = false;
    cart = Optional.empty();
    chosen = ride.id();
  }

  /** Goes to that cart, wherever it goes meanwhile. */
  void goTo(Plate plate) {
    autopilot = false;
    chosen = NONE;
    cart = Optional.of(plate);
  }

  /** The nearest cart that has something to sell. */
  static Optional<CartSpot> nearestCart(FoodCarts carts, Position here) {
    return carts.carts().stream()
        .filter(CartSpot::hasSomething)
        .min(Comparator.comparingInt(it -> it.position().distance(here)));
  }

  /** Where the cart is that was chosen. */
  private Optional<Position> cartAt(ParkMap map) {
    return cart.flatMap(
        plate ->
            map.carts().stream()
                .flatMap(it -> it.carts().stream())
                .filter(it -> it.plate().equals(plate))
                .map(CartSpot::position)
                .findFirst());
  }

  /** Stops; says whether there was anything to stop. */
  boolean stop() {
    boolean going = autopilot || chosen != NONE || cart.isPresent();
    autopilot = false;
    chosen = NONE;
    cart = Optional.empty();
    return going;
  }

  /** The ride that was chosen, by the guest or the walker, as it is now. */
  Optional<RideStatus> target(ParkMap map) {
    int id = autopilot ? walker.target().map(Ride::id).orElse(NONE) : chosen;
    return map.rides().stream().filter(status -> status.ride().id() == id).findAny();
  }

  /** The minutes that are left on the ride; 0 when not riding. */
  long ridingMinutesLeft(long parkMinute) {
    return autopilot ? walker.ridingMinutesLeft(parkMinute) : 0;
  }

  /** The step of this park minute; nothing when it is done already. */
  Optional<Direction> next(Position here, ParkMap map, long parkMinute) {
    if (parkMinute <= minuteDone) {
      return Optional.empty();
    }
    minuteDone = parkMinute;
    return autopilot
        ? walker.next(here, Optional.of(map), parkMinute)
        : target(map)
            .map(status -> status.ride().position())
            .or(() -> cartAt(map))
            .flatMap(here::toward);
  }

  /** The cells between here and there, on the way that the steps will take. */
  static List<Position> way(Position here, Position there) {
    List<Position> way = new ArrayList<>();
    Position at = here;
    for (Optional<Direction> step = at.toward(there); step.isPresent(); step = at.toward(there)) {
      at = at.step(step.get());
      way.add(at);
    }
    return way;
  }
}
