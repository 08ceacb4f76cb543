package fwq.waitingtime.truth;

import java.util.Arrays;

/** Somebody in line: what was known when they joined, to be learnt from when they board. */
final class Guest {
  String ride = "";
  long joined;

  /** False from the beginning of the next day on. */
  boolean isToday = true;

  /** False after the ride was down: such a wait teaches nothing. */
  boolean teaches = true;

  /** Whether there was a reading to estimate from; otherwise nothing of the following holds. */
  boolean isEstimated;

  Moment moment = new Moment(0, 0, 0, 0, 0);
  Estimate shown = new Estimate(0, 0, 0, 0, 0);
  double level;
  double[] clues = {};
  double first;
  double second;

  void state(Tape tape) {
    ride = tape.text(ride);
    joined = tape.whole(joined);
    isToday = tape.whole(isToday ? 1 : 0) == 1;
    teaches = tape.whole(teaches ? 1 : 0) == 1;
    isEstimated = tape.whole(isEstimated ? 1 : 0) == 1;
    if (!isEstimated) {
      return;
    }
    moment =
        new Moment(
            tape.whole(moment.at()),
            tape.number(moment.posted()),
            tape.number(moment.logPosted()),
            tape.number(moment.minute()),
            tape.number(moment.unusual()));
    shown =
        new Estimate(
            tape.number(shown.posted()),
            tape.number(shown.share()),
            tape.number(shown.low()),
            tape.number(shown.middle()),
            tape.number(shown.high()));
    level = tape.number(level);
    first = tape.number(first);
    second = tape.number(second);
    int count = tape.count(clues.length, Clue.values().length);
    clues = Arrays.copyOf(clues, count);
    tape.numbers(clues, count);
  }
}
