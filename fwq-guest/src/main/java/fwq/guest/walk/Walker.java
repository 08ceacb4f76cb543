package fwq.guest.walk;

import fwq.common.park.Direction;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One guest who walks by itself: picks at random an open ride with a short wait, goes there the
 * shortest way, rides for its cycle, and picks again. For one thread.
 */
public final class Walker {
  /** Rides with a wait below this are picked; one that rises above it on the way is given up. */
  public static final int WAIT_MINUTES_MAX = 60;

  /** With nothing to ride, one minute in so many is a stroll. */
  private static final int STROLL_ONE_IN = 4;

  private final RandomGenerator random;
  private Doing doing = new Doing.Looking();
  private Optional<Ride> last = Optional.empty();

  /** What the guest is up to. */
  private sealed interface Doing {
    /** Has no ride in mind. */
    record Looking() implements Doing {}

    /** Walks to a ride, or stands there until it is known to be open. */
    record Heading(Ride ride) implements Doing {}

    /** Rides until the beginning of that park minute. */
    record Riding(Ride ride, long until) implements Doing {}
  }

  public Walker(RandomGenerator random) {
    this.random = random;
  }

  public Optional<Ride> target() {
    return switch (doing) {
      case Doing.Looking _ -> Optional.empty();
      case Doing.Heading(Ride ride) -> Optional.of(ride);
      case Doing.Riding(Ride ride, _) -> Optional.of(ride);
    };
  }

  /** The park minutes that are left on the ride; 0 when not riding. */
  public long ridingMinutesLeft(long parkMinute) {
    return doing instanceof Doing.Riding(_, long until) ? Math.max(0, until - parkMinute) : 0;
  }

  /**
   * What to do in this park minute. To be called once a minute.
   *
   * @param here where it stands by now, wherever the last step was meant to lead
   * @param map the park as it is now, or nothing while nobody knows
   * @param parkMinute counts the minutes
   * @return a step, or nothing: riding, waiting, or just standing about
   */
  public Optional<Direction> next(Position here, Optional<ParkMap> map, long parkMinute) {
    if (doing instanceof Doing.Riding(Ride ride, long until)) {
      if (parkMinute < until && here.equals(ride.position())) {
        return Optional.empty();
      }
      last = Optional.of(ride);
      doing = new Doing.Looking();
    }
    List<RideStatus> rides = map.map(ParkMap::rides).orElse(List.of());
    reconsider(rides);
    if (!(doing instanceof Doing.Heading(Ride target))) {
      return map.isPresent() ? stroll() : Optional.empty();
    }
    Optional<Direction> step = here.toward(target.position());
    if (step.isEmpty() && rides.stream().anyMatch(it -> it.ride().equals(target) && rideable(it))) {
      doing = new Doing.Riding(target, parkMinute + target.cycleMinutes());
    }
    return step;
  }

  /** Chooses a ride where there is none, or where the chosen one is no longer a good choice. */
  private void reconsider(List<RideStatus> rides) {
    if (rides.isEmpty()) {
      return;
    }
    Optional<RideStatus> status =
        target()
            .flatMap(ride -> rides.stream().filter(it -> it.ride().id() == ride.id()).findAny());
    if (status.filter(Walker::rideable).isPresent()) {
      // The operator may have moved it.
      doing = new Doing.Heading(status.get().ride());
      return;
    }
    Optional<Ride> other = pick(rides);
    boolean perhapsOpen = status.filter(it -> it.state() == RideState.NO_DATA).isPresent();
    if (other.isPresent()) {
      doing = new Doing.Heading(other.get());
    } else if (!perhapsOpen) {
      doing = new Doing.Looking();
    }
  }

  private Optional<Ride> pick(List<RideStatus> rides) {
    List<Ride> good =
        rides.stream()
            .filter(it -> it.waitMinutes().orElse(WAIT_MINUTES_MAX) < WAIT_MINUTES_MAX)
            .map(RideStatus::ride)
            .toList();
    List<Ride> others =
        good.stream().filter(ride -> last.filter(it -> it.id() == ride.id()).isEmpty()).toList();
    List<Ride> choice = others.isEmpty() ? good : others;
    return choice.isEmpty()
        ? Optional.empty()
        : Optional.of(choice.get(random.nextInt(choice.size())));
  }

  /** Only an open ride has a wait. */
  private static boolean rideable(RideStatus status) {
    return status.waitMinutes().isPresent() && status.waitMinutes().getAsInt() <= WAIT_MINUTES_MAX;
  }

  private Optional<Direction> stroll() {
    Direction[] all = Direction.values();
    return random.nextInt(STROLL_ONE_IN) == 0
        ? Optional.of(all[random.nextInt(all.length)])
        : Optional.empty();
  }
}
