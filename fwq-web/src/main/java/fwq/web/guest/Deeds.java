package fwq.web.guest;

import fwq.common.park.Direction;
import fwq.common.park.FoodCarts;
import fwq.common.park.ParkMap;
import fwq.common.park.Plate;
import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.web.event.Audience;
import fwq.web.event.End;
import fwq.web.event.Me;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import fwq.web.park.ParkRoom;
import fwq.web.stream.Sink;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What guests do by their own will. Moments are nanoseconds; for the desk's thread. */
final class Deeds {
  private static final long AGAIN_SECONDS = 3;
  private static final long SECOND_NANOS = 1_000_000_000;

  private Deeds() {}

  /** Asks to be let into a park; the guest's tabs watch that one from now on. */
  static void enter(Guests guests, Guest guest, int park, long nanos) throws ProblemException {
    ParkRoom room =
        guests
            .parks()
            .room(park)
            .orElseThrow(
                () -> new ProblemException(Problem.invalid("park", "there is no park " + park)));
    if (room.live().away(nanos) || room.live().last().isEmpty() || !guests.brokerThere()) {
      throw new ProblemException(
          Problem.later(
              503, "ENGINE_AWAY", "nobody answers for park " + park + " now", AGAIN_SECONDS));
    }
    if (!guest.park().equals(OptionalInt.of(park))) {
      leave(guests, guest, nanos);
      guest.go(OptionalInt.of(park), guests.random());
      for (Sink stream : guest.streams()) {
        guests.parks().leave(stream);
        room.join(stream, Audience.GUESTS, nanos);
      }
    }
    guests.listen(guest);
    guest.stay().enter(guests.now(guest, nanos)).ifPresent(event -> guests.say(guest, event));
    guests.show(guest, nanos);
  }

  /** Takes a step. */
  static void step(Guests guests, Guest guest, Direction direction, long nanos)
      throws ProblemException {
    insideOnly(guest);
    guest
        .stay()
        .step(direction, guests.now(guest, nanos))
        .ifPresent(event -> guests.say(guest, event));
    guests.show(guest, nanos);
  }

  /** Walks to a ride by itself, or stands. */
  static void walk(Guests guests, Guest guest, OptionalInt ride, long nanos)
      throws ProblemException {
    insideOnly(guest);
    check(guests, guest, ride);
    guest.stay().walk(ride);
    guests.show(guest, nanos);
  }

  /** Walks to a food cart by itself, wherever that goes meanwhile. */
  static void walk(Guests guests, Guest guest, Plate cart, long nanos) throws ProblemException {
    insideOnly(guest);
    if (carts(guests, guest, nanos).carts().stream().noneMatch(it -> it.plate().equals(cart))) {
      throw new ProblemException(
          Problem.invalid("cart", "there is no food cart " + cart + " in this park"));
    }
    guest.stay().walk(cart);
    guests.show(guest, nanos);
  }

  /** Says that a food cart stands where the guest does. */
  static void report(Guests guests, Guest guest, long nanos) throws ProblemException {
    insideOnly(guest);
    var _ = carts(guests, guest, nanos);
    OptionalLong wait = guest.report(nanos);
    if (wait.isPresent()) {
      throw new ProblemException(Problem.tooMany(Math.ceilDiv(wait.getAsLong(), SECOND_NANOS)));
    }
    guests.report(guest, guests.me(guest, nanos).position().orElseThrow());
  }

  private static FoodCarts carts(Guests guests, Guest guest, long nanos) throws ProblemException {
    return guests
        .map(guest, nanos)
        .flatMap(ParkMap::carts)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(409, "NO_CARTS", "where food carts are is not known now")));
  }

  /** Walks wherever it likes, or stands. */
  static void autopilot(Guests guests, Guest guest, boolean on, long nanos)
      throws ProblemException {
    insideOnly(guest);
    guest.stay().autopilot(on);
    guests.show(guest, nanos);
  }

  /** Wants to be told of a wait, or no more. */
  static void alert(Guests guests, Guest guest, Optional<Me.Alert> alert, long nanos)
      throws ProblemException {
    insideOnly(guest);
    check(guests, guest, alert.map(it -> OptionalInt.of(it.ride())).orElse(OptionalInt.empty()));
    guest.stay().alert(alert);
    guests.show(guest, nanos);
  }

  /** Goes home. Who is not inside has nothing to leave, which is no fault. */
  static void leave(Guests guests, Guest guest, long nanos) {
    if (guest.park().isPresent()) {
      guest.stay().leave(guests.now(guest, nanos)).ifPresent(event -> guests.say(guest, event));
      guests.forget(guest);
      guests.show(guest, nanos);
    }
  }

  /** Leaves, and the login is over. */
  static void logOut(Guests guests, Guest guest, long nanos) {
    leave(guests, guest, nanos);
    guests.remove(guest, End.LOGOUT);
  }

  private static void insideOnly(Guest guest) throws ProblemException {
    if (!guest.stay().inside()) {
      throw new ProblemException(
          Problem.of(409, "NOT_INSIDE", "this is for guests who are in the park"));
    }
  }

  private static void check(Guests guests, Guest guest, OptionalInt ride) throws ProblemException {
    if (ride.isEmpty()) {
      return;
    }
    Optional<MapFrame> frame =
        guests.parks().room(guest.park().orElseThrow()).flatMap(it -> it.live().last());
    if (frame.isEmpty()
        || frame.get().map().rides().stream()
            .map(RideStatus::ride)
            .noneMatch(it -> it.id() == ride.getAsInt())) {
      throw new ProblemException(
          Problem.invalid("ride", "there is no ride " + ride.getAsInt() + " in this park"));
    }
  }
}
