package fwq.trials.bench.waitingtime;

import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;

/**
 * True waits that are estimated, from full memories, beside a bare loop that computes 1,000 {@link
 * Math#exp} for each: one for each guest who is remembered.
 */
public final class PredictionDuel implements Duel {
  private static final int PREDICTIONS = 100_000;
  private static final int EXPONENTIALS = 1_000;

  /** Made when first needed: it takes a second. */
  private WaitedDays days;

  private double sum;

  /** A duel. */
  public PredictionDuel() {}

  @Override
  public String name() {
    return "predictions";
  }

  @Override
  public String unit() {
    return "predictions a second";
  }

  @Override
  public String first() {
    return "true waits, from 1,000 guests each";
  }

  @Override
  public String second() {
    return "bare loop of 1,000 Math.exp each";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.5);
  }

  @Override
  public double measure(Workbench bench, boolean isTrue) {
    if (days == null) {
      days = new WaitedDays();
    }
    int count = bench.load(PREDICTIONS);
    long start = System.nanoTime();
    sum += isTrue ? days.predictions(count) : loop(count);
    long nanos = System.nanoTime() - start;
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("a wait is no number");
    }
    return count * 1e9 / nanos;
  }

  private static double loop(int count) {
    double sum = 0;
    for (int prediction = 0; prediction < count; prediction++) {
      for (int i = 0; i < EXPONENTIALS; i++) {
        sum += Math.exp(-(prediction % 100 + i) * 0.001);
      }
    }
    return sum;
  }
}
