package fwq.engine.park;

import fwq.common.park.OpeningHours;
import fwq.common.park.ParkZone;
import fwq.engine.changelog.OfficeEntry.GateWord;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whether the park is open: as its hours have it, or as an operator said since they last opened or
 * closed it.
 */
final class Gate {
  private Optional<GateWord> word = Optional.empty();
  private OpeningHours hours = OpeningHours.ALWAYS;
  private ZoneId zone = ParkZone.UTC;
  private long nextChange = Long.MAX_VALUE;
  private boolean open = true;

  /** An operator says so. */
  void say(GateWord said, long now) {
    word = Optional.of(said);
    settle(now);
  }

  /** From now on these are the hours. */
  void keep(OpeningHours other, ZoneId there, long now) {
    hours = other.after(now, there);
    zone = there;
    settle(now);
  }

  /** As somebody noted it. */
  void restore(Optional<GateWord> said, OpeningHours noted, ZoneId there, long now) {
    word = said;
    hours = noted;
    zone = there;
    settle(now);
  }

  /**
   * Time has passed.
   *
   * @param isLeap whether it went on by far, or went back
   * @return whether the hours have opened or closed the park since
   */
  boolean pass(long now, boolean isLeap) {
    boolean isDue = now >= nextChange;
    if (isDue) {
      word = Optional.empty();
      hours = hours.after(now, zone);
    }
    if (isDue || isLeap) {
      settle(now);
    }
    return isDue;
  }

  private void settle(long now) {
    nextChange = hours.nextChange(now, zone).orElse(Long.MAX_VALUE);
    open = word.map(GateWord::open).orElseGet(() -> hours.isOpen(now, zone));
  }

  boolean isOpen() {
    return open;
  }

  /** When the hours open or close the park next, epoch milliseconds. */
  long nextChange() {
    return nextChange;
  }

  Optional<GateWord> word() {
    return word;
  }

  OpeningHours hours() {
    return hours;
  }

  ZoneId zone() {
    return zone;
  }
}
