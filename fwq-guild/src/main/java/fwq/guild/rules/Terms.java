package fwq.guild.rules;

import java.time.Duration;

/**
 * What the operator chooses.
 *
 * @param days when days begin and end
 * @param sitting how often ordinary applications are decided
 * @param patience how long a need waits for others to share a batch with
 * @param delivery how long a batch is under way
 * @param quota carts that the park may have
 */
public record Terms(Days days, Duration sitting, Duration patience, Duration delivery, int quota) {
  /** Carts that a park may have, unless the operator says less; a frame has room for as many. */
  public static final int QUOTA_MAX = 20;

  public Terms {
    if (sitting.toMillis() < 1_000 || patience.isNegative() || delivery.isNegative()) {
      throw new IllegalArgumentException("a sitting is at least each second, no time is negative");
    }
    if (quota < 1 || quota > QUOTA_MAX) {
      throw new IllegalArgumentException("a park has 1 to " + QUOTA_MAX + " carts, got " + quota);
    }
  }

  /** The sitting at or before this moment, epoch milliseconds. */
  long sittingBefore(long time) {
    return time - Math.floorMod(time, sitting.toMillis());
  }

  /** The first sitting after this moment, epoch milliseconds. */
  public long sittingAfter(long time) {
    return sittingBefore(time) + sitting.toMillis();
  }
}
