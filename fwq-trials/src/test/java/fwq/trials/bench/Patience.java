package fwq.trials.bench;

/** How long to wait for others, on a machine that is busy with something else, too. */
public final class Patience {
  private static final long SECONDS_MAX = 120;

  private final long end = System.nanoTime() + SECONDS_MAX * 1_000_000_000;

  /** Loses it when the time is over, and says how far things are. */
  public void check(String state) {
    if (System.nanoTime() > end) {
      throw new IllegalStateException("after " + SECONDS_MAX + " s " + state);
    }
  }
}
