package fwq.guild.server;

import fwq.kit.program.BoundedMap;
import java.net.InetAddress;
import java.util.Map;

/**
 * One report of an address in ten seconds. This machine's own programs speak for many guests, and
 * see to it themselves. For any thread.
 */
final class ReportPause {
  static final long MILLIS = 10_000;

  private static final int ADDRESSES_MAX = 10_000;
  private static final long NANOS = MILLIS * 1_000_000;

  private final Map<InetAddress, Long> reportedAt = BoundedMap.byUse(ADDRESSES_MAX);

  /** Whether it may report; then it has. */
  synchronized boolean mayReport(InetAddress address, long nowNanos) {
    Long last = reportedAt.get(address);
    if (address.isLoopbackAddress() || last == null || nowNanos - last >= NANOS) {
      reportedAt.put(address, nowNanos);
      return true;
    }
    return false;
  }
}
