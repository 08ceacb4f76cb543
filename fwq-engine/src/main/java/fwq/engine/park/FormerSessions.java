package fwq.engine.park;

import fwq.common.talk.visit.Pace;

/**
 * How often a park says that a session counts no more: 20 times a second, to all guests together.
 * Anybody who once read what a guest has signed can repeat it, and such a session has no pace of
 * its own any more. A part of the park, which its next owner goes on with.
 */
final class FormerSessions {
  private long pace;

  /** Whether it is said once more. */
  boolean isTold(long now) {
    boolean isTold = Pace.allows(pace, now);
    if (isTold) {
      pace = Pace.after(pace, now);
    }
    return isTold;
  }

  /** How far what was said is paid for, as in {@link Pace}. */
  long pace() {
    return pace;
  }

  /** Goes on where a predecessor was. */
  void restore(long noted) {
    pace = noted;
  }
}
