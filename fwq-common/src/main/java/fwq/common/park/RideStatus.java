package fwq.common.park;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A ride as it is now. An open ride has a queue and a wait; any other has neither, so that an old
 * value can never be shown as live.
 *
 * @param ride which
 * @param state whether it can be ridden
 * @param queue people in line, 0..100,000
 * @param waitMinutes minutes until someone who joins now departs
 * @param readAt epoch milliseconds of the last reading, if there ever was one
 * @param reason why it does not run, for guests, where an operator said
 */
public record RideStatus(
    Ride ride,
    RideState state,
    OptionalInt queue,
    OptionalInt waitMinutes,
    OptionalLong readAt,
    Optional<String> reason) {

  /** A ride without a reason. */
  public RideStatus(
      Ride ride, RideState state, OptionalInt queue, OptionalInt waitMinutes, OptionalLong readAt) {
    this(ride, state, queue, waitMinutes, readAt, Optional.empty());
  }

  /** Refuses an open ride without queue, wait and reading, and any other with a queue or a wait. */
  public RideStatus {
    Objects.requireNonNull(ride, "ride");
    boolean open = Objects.requireNonNull(state, "state") == RideState.OPEN;
    if (open != queue.isPresent() || open != waitMinutes.isPresent()) {
      throw new IllegalArgumentException("a ride has a queue and a wait if and only if it is OPEN");
    }
    if (open && readAt.isEmpty()) {
      throw new IllegalArgumentException("an open ride has the time of its last reading");
    }
    if (queue.orElse(0) < 0 || queue.orElse(0) > Ride.QUEUE_MAX || waitMinutes.orElse(0) < 0) {
      throw new IllegalArgumentException("a queue is 0 to 100000 people, a wait never negative");
    }
    reason.ifPresent(Notice::reason);
    if (reason.isPresent() && (open || state == RideState.NO_DATA)) {
      throw new IllegalArgumentException("only a ride that does not run has a reason");
    }
  }

  /** An open ride. */
  public static RideStatus open(Ride ride, int queue, int waitMinutes, long readAt) {
    return new RideStatus(
        ride,
        RideState.OPEN,
        OptionalInt.of(queue),
        OptionalInt.of(waitMinutes),
        OptionalLong.of(readAt));
  }

  /** A ride that nobody can be told a wait for. */
  public static RideStatus without(Ride ride, RideState state, OptionalLong readAt) {
    return new RideStatus(ride, state, OptionalInt.empty(), OptionalInt.empty(), readAt);
  }

  /** The same ride, which does not run. */
  public RideStatus stopped(RideState why, Optional<String> told) {
    return new RideStatus(ride, why, OptionalInt.empty(), OptionalInt.empty(), readAt, told);
  }

  /** The same ride once nobody can vouch for its reading: an open one becomes {@code NO_DATA}. */
  public RideStatus stale() {
    return state == RideState.OPEN ? without(ride, RideState.NO_DATA, readAt) : this;
  }
}
