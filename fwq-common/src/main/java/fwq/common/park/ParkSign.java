package fwq.common.park;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the sign at a park's gate says.
 *
 * @param open whether guests are let in, and rides run
 * @param reason why an operator opened or closed it, for guests
 * @param name of the park, where it was given one
 * @param zone of its clocks
 * @param hours when it is open on other days
 */
public record ParkSign(
    boolean open, Optional<String> reason, Optional<String> name, ZoneId zone, OpeningHours hours) {
  /** Until somebody says otherwise. */
  public static final ParkSign OPEN =
      new ParkSign(true, Optional.empty(), Optional.empty(), ParkZone.UTC, OpeningHours.ALWAYS);

  public ParkSign {
    reason.ifPresent(Notice::reason);
    name.ifPresent(Notice::name);
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(hours, "hours");
  }

  /** When it opens or closes next by its hours, epoch milliseconds; nothing where it never does. */
  public OptionalLong nextChange(long at) {
    return hours.nextChange(at, zone);
  }

  /** When its hours close it next, epoch milliseconds; nothing where they never do. */
  public OptionalLong closesNext(long at) {
    OptionalLong change = nextChange(at);
    return change.isPresent() && hours.isOpen(change.getAsLong(), zone)
        ? nextChange(change.getAsLong())
        : change;
  }

  /** When its hours open it next, epoch milliseconds; nothing where they never do. */
  public OptionalLong opensNext(long at) {
    OptionalLong change = nextChange(at);
    return change.isPresent() && !hours.isOpen(change.getAsLong(), zone)
        ? nextChange(change.getAsLong())
        : change;
  }
}
