package fwq.kit.frame;

import fwq.kit.program.BoundedMap;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * How many attempts an address may make: some at once, and then so many a second. An IPv6 address
 * is its first 64 bits, since one customer has all those behind them; this machine is one address.
 * Takes time as an argument; safe for many threads.
 *
 * <p>A token bucket for each address, kept as the time at which it is full again (the generic cell
 * rate algorithm): an attempt takes one token and moves that time on by what one takes to grow.
 */
public final class RateLimit {
  /** As many as would grow in this time may be made at once. */
  static final int BURST_SECONDS = 20;

  /**
   * This machine may do so many times as much. All its guests have one address, and a crowd of a
   * thousand that registers and logs in makes two thousand attempts at once; a guesser on this
   * machine is still held by the delay for each username.
   */
  static final int HERE_TIMES = 100;

  private static final ByteBuffer HERE = ByteBuffer.allocate(0);
  private static final long MICROS = 1_000_000;

  private final int perSecond;
  private final Map<ByteBuffer, Bucket> byAddress;

  /**
   * What came of an attempt.
   *
   * @param delayMillis 0 when it may be made, otherwise how long it has to wait
   * @param first whether it is the first of its address that has to wait since one was made
   */
  public record Verdict(long delayMillis, boolean first) {
    /** At once. */
    public static final Verdict GO = new Verdict(0, false);

    /** Whether it has to wait. */
    public boolean isRefusal() {
      return delayMillis > 0;
    }
  }

  /**
   * Tokens of one address.
   *
   * @param fullAt when it has all its tokens again, in epoch microseconds
   * @param refused whether the last attempt found none
   */
  private record Bucket(long fullAt, boolean refused) {}

  /**
   * Has seen nobody yet.
   *
   * @param perSecond attempts that one address may make each second, at least 1
   * @param addressesMax how many are remembered; beyond it the one quiet for longest is forgotten
   */
  public RateLimit(int perSecond, int addressesMax) {
    this.perSecond = perSecond;
    this.byAddress = BoundedMap.byUse(addressesMax);
  }

  /** Makes an attempt from this address, or has it wait. */
  public synchronized Verdict attempt(InetAddress from, long nowMillis) {
    long now = nowMillis * 1_000;
    long rate = from.isLoopbackAddress() ? (long) perSecond * HERE_TIMES : perSecond;
    long token = MICROS / rate;
    long burst = BURST_SECONDS * rate * token;
    ByteBuffer key = key(from);
    Bucket before = byAddress.getOrDefault(key, new Bucket(now, false));
    // What would take longer than from empty to full is of a time before the clock was set back.
    long fullAt = before.fullAt() > now + burst ? now : Math.max(before.fullAt(), now);
    long late = fullAt + token - burst - now;
    if (late > 0) {
      byAddress.put(key, new Bucket(fullAt, true));
      return new Verdict(Math.ceilDiv(late, 1_000L), !before.refused());
    }
    byAddress.put(key, new Bucket(fullAt + token, false));
    return Verdict.GO;
  }

  private static ByteBuffer key(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return HERE;
    }
    byte[] bytes = address.getAddress();
    return ByteBuffer.wrap(bytes, 0, address instanceof Inet6Address ? 8 : bytes.length);
  }
}
