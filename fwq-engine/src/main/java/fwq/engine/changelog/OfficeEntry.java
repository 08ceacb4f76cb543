package fwq.engine.changelog;

import fwq.common.park.Alias;
import fwq.common.park.Notice;
import fwq.common.park.OpeningHours;
import fwq.common.park.ParkZone;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.SaidWord;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the engine notes of what operators said.
 *
 * @param capacity guests that the park holds, where an operator said so
 * @param gate an operator's word on whether it is open, until its hours change that
 * @param name of the park, where it was given one
 * @param stops the rides that do not run
 * @param desks where operators said something lately
 * @param words what they said last, oldest first
 */
public record OfficeEntry(
    OptionalInt capacity,
    Optional<GateWord> gate,
    Optional<String> name,
    ZoneId zone,
    OpeningHours hours,
    List<Stop> stops,
    List<Desk> desks,
    List<SaidWord> words) {
  /** Nobody has said anything. */
  public static final OfficeEntry NONE =
      new OfficeEntry(
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          ParkZone.UTC,
          OpeningHours.ALWAYS,
          List.of(),
          List.of(),
          List.of());

  public OfficeEntry {
    if (capacity.orElse(1) < 1) {
      throw new IllegalArgumentException("a park holds at least 1 guest");
    }
    Objects.requireNonNull(gate, "gate");
    name.ifPresent(Notice::name);
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(hours, "hours");
    stops = List.copyOf(stops);
    desks = List.copyOf(desks);
    words = List.copyOf(words);
  }

  /** An operator's word on whether the park is open. */
  public record GateWord(boolean open, Optional<String> reason) {
    public GateWord {
      reason.ifPresent(Notice::reason);
    }
  }

  /**
   * A ride that does not run.
   *
   * @param state DOWN or CLOSED
   */
  public record Stop(int ride, Cause cause, RideState state, Optional<String> reason) {
    public Stop {
      Objects.requireNonNull(cause, "cause");
      reason.ifPresent(Notice::reason);
      if (ride < 0 || ride > Ride.ID_MAX) {
        throw new IllegalArgumentException("a ride's id is a number from 0 to 9999");
      }
      if (state != RideState.DOWN && state != RideState.CLOSED) {
        throw new IllegalArgumentException("a ride that does not run is DOWN or CLOSED");
      }
    }
  }

  /**
   * A login of an operator that has said something.
   *
   * @param by username
   * @param issuedAt which login; 0 for the console
   * @param at the operator's own time of the last word that counted: an equal or lower one is a
   *     replay
   * @param heardAt when that was written, by the broker's clock
   */
  public record Desk(String by, long issuedAt, long at, long heardAt) {
    public Desk {
      Alias.check(by);
      if (issuedAt < 0 || at < 0 || heardAt < 0) {
        throw new IllegalArgumentException("times are milliseconds since 1970");
      }
    }
  }
}
