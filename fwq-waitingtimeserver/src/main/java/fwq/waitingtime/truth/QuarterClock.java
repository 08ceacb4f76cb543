package fwq.waitingtime.truth;

import java.util.function.LongConsumer;

/** A park's clock as far as estimates need it: full quarters of an hour, and new days at 3:00. */
final class QuarterClock {
  private static final long UNSET = Long.MIN_VALUE;

  private long next = UNSET;

  /**
   * Lets time pass.
   *
   * @param quarter is told each full quarter of an hour that has passed, once its second is over
   * @param newDay is told when a day begins, as soon as it does
   */
  void advance(long to, LongConsumer quarter, Runnable newDay) {
    if (next == UNSET || to < next - ParkTime.DAY) {
      // The first day, or a recording of an earlier one.
      newDay.run();
      next = ParkTime.nextQuarter(to);
    }
    while (next <= to) {
      if (next == ParkTime.dayBreak(next)) {
        newDay.run();
        // Of days without a word there is nothing to tell.
        next = Math.max(next, ParkTime.dayBreak(to));
      } else if (next < to) {
        quarter.accept(next);
      } else {
        break;
      }
      next += ParkTime.QUARTER;
    }
  }

  void state(Tape tape) {
    next = tape.whole(next);
  }
}
