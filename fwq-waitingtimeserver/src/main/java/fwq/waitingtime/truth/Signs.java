package fwq.waitingtime.truth;

import java.util.Arrays;

/** What one ride's sign has shown today. */
final class Signs {
  /** A sign that has not been read for longer says nothing. */
  static final long FRESH_SECONDS = 30 * ParkTime.MINUTE;

  /** Changes of the last half hour that are remembered; of a sign that flickers, the newest. */
  private static final int CHANGES_MAX = 64;

  private final double[] changedAt = new double[CHANGES_MAX];
  private final double[] changedTo = new double[CHANGES_MAX];
  private int changes;
  private final double[] quarters = new double[ParkTime.QUARTERS];
  private long first;
  private long newest;
  private double posted = Double.NaN;
  private boolean isRead;
  private double postedSeconds;
  private double seconds;

  Signs() {
    Arrays.fill(quarters, Double.NaN);
  }

  /** The sign was read; NaN: it shows nothing. */
  void read(long at, double minutes) {
    if (!Double.isNaN(posted)) {
      postedSeconds += posted * Math.max(0, at - newest);
      seconds += Math.max(0, at - newest);
    }
    if (!isRead && !Double.isNaN(minutes)) {
      isRead = true;
      first = at;
    }
    if (minutes != posted && !Double.isNaN(minutes)) {
      while (changes == CHANGES_MAX || (changes > 1 && changedAt[1] <= at - FRESH_SECONDS)) {
        changes--;
        System.arraycopy(changedAt, 1, changedAt, 0, changes);
        System.arraycopy(changedTo, 1, changedTo, 0, changes);
      }
      changedAt[changes] = at;
      changedTo[changes++] = minutes;
    }
    posted = minutes;
    newest = at;
  }

  /** Whether there is a reading that is not too old. */
  boolean isFresh(long at) {
    return !Double.isNaN(posted) && at - newest <= FRESH_SECONDS;
  }

  /** The newest reading, in minutes. */
  double posted() {
    return posted;
  }

  /** What it showed half an hour before; NaN: nobody knows. */
  double halfAnHourBefore(long at) {
    double shown = Double.NaN;
    for (int i = 0; i < changes && changedAt[i] <= at - FRESH_SECONDS; i++) {
      shown = changedTo[i];
    }
    return shown;
  }

  /** The mean of what it showed today, by how long; NaN: too early to say. */
  double mean(long at) {
    double all = seconds + Math.max(0, at - newest);
    return all <= 0 ? Double.NaN : (postedSeconds + posted * Math.max(0, at - newest)) / all;
  }

  /** Minutes since the first reading today. */
  double minutesOpen(long at) {
    return ParkTime.minutes(first, at);
  }

  /** Remembers what it shows at a full quarter of an hour. */
  void sample(long quarter) {
    if (isFresh(quarter)) {
      quarters[ParkTime.quarter(quarter)] = Scale.log(posted);
    }
  }

  /** What it showed at each quarter of an hour, as logarithms; NaN where nobody knows. */
  double[] quarters() {
    return quarters;
  }

  void state(Tape tape) {
    changes = tape.count(changes, CHANGES_MAX);
    tape.numbers(changedAt, changes);
    tape.numbers(changedTo, changes);
    tape.numbers(quarters, quarters.length);
    first = tape.whole(first);
    newest = tape.whole(newest);
    posted = tape.number(posted);
    isRead = tape.whole(isRead ? 1 : 0) == 1;
    postedSeconds = tape.number(postedSeconds);
    seconds = tape.number(seconds);
  }
}
