package fwq.guild.server;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one address may do: so much at once, and then one more after each period. This machine's own
 * may do as it likes, since others' programs speak for many guests. For any thread.
 */
final class Allowance {
  private static final int ADDRESSES_MAX = 10_000;

  private final int atOnce;
  private final long periodNanos;
  // When an address will have used up nothing.
  private final Map<InetAddress, Long> freeAt =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Long> eldest) {
          return size() > ADDRESSES_MAX;
        }
      };

  Allowance(int atOnce, long periodNanos) {
    this.atOnce = atOnce;
    this.periodNanos = periodNanos;
  }

  /** Whether it may; then it has. */
  synchronized boolean take(InetAddress address, long nowNanos) {
    if (address.isLoopbackAddress()) {
      return true;
    }
    long free = Math.max(freeAt.getOrDefault(address, nowNanos), nowNanos);
    if (free - nowNanos > (atOnce - 1) * periodNanos) {
      return false;
    }
    freeAt.put(address, free + periodNanos);
    return true;
  }
}
