package fwq.trials.bench.waitingtime;

import fwq.waitingtime.truth.Estimator;
import fwq.waitingtime.truth.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up park of 14 rides, lived fast: guests join each minute and board half an hour later. */
final class WaitedDays {
  static final int RIDES = 14;

  /** So many guests a ride are enough to fill what is remembered of it. */
  private static final int FILLING = 1_100;

  private static final int BATCH_MINUTES = 300;
  private static final long MINUTE = 60;

  private final Estimator estimator = new Estimator(Settings.best());
  private final SplittableRandom chance = new SplittableRandom(1);
  private long now = 1_714_554_000L;

  /** Rides whose memory is full. */
  WaitedDays() {
    for (int guests = 0; guests < FILLING; guests += BATCH_MINUTES) {
      var _ = lessons();
    }
  }

  /** Lets guests join for five hours, and then board. Gives the nanoseconds of a boarding. */
  double lessons() {
    List<Long> guests = new ArrayList<>();
    for (int minute = 0; minute < BATCH_MINUTES; minute++) {
      now += MINUTE;
      signs();
      for (int ride = 0; ride < RIDES; ride++) {
        guests.add(estimator.joined(name(ride), now).guest());
      }
    }
    now += 30 * MINUTE;
    long start = System.nanoTime();
    for (long guest : guests) {
      estimator.boarded(guest, now);
    }
    return (double) (System.nanoTime() - start) / guests.size();
  }

  /** Asks as often as that, of fresh signs; gives the sum, so that nobody leaves the work out. */
  double predictions(int count) {
    signs();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += estimator.estimate(name(i % RIDES), now).orElseThrow().middle();
    }
    return sum;
  }

  private void signs() {
    for (int ride = 0; ride < RIDES; ride++) {
      estimator.posted(name(ride), now, 5 * chance.nextInt(20));
    }
  }

  private static String name(int ride) {
    return "ride-" + ride;
  }
}
