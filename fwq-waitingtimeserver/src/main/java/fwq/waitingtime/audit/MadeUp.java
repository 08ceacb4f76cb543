package fwq.waitingtime.audit;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Guests of whom a share report any wait of up to three hours instead of their own. */
final class MadeUp implements ToDoubleFunction<Recorded.Guest> {
  private static final int MINUTES_MAX = 180;

  private final double share;
  private final SplittableRandom chance;

  MadeUp(double share, SplittableRandom chance) {
    this.share = share;
    this.chance = chance;
  }

  @Override
  public double applyAsDouble(Recorded.Guest guest) {
    return chance.nextDouble() < share ? chance.nextInt(MINUTES_MAX + 1) : guest.waited();
  }
}
