package fwq.kit.frame;

import fwq.kit.net.Network;
import fwq.kit.program.BoundedMap;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * How many attempts an address may make: some at once, and then so many a second. What counts as
 * one address is a {@link Network}'s household; a larger network may make more, but not as many as
 * its households together. Takes time as an argument; safe for many threads.
 *
 * <p>A token bucket for each network, kept as the time at which it is full again (the generic cell
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

  private static final long MICROS = 1_000_000;

  private final int perSecond;
  private final Map<Network, Bucket> byNetwork;

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
   * @param addressesMax how many networks are remembered; beyond it the one quiet for longest is
   *     forgotten
   */
  public RateLimit(int perSecond, int addressesMax) {
    this.perSecond = perSecond;
    this.byNetwork = BoundedMap.byUse(addressesMax);
  }

  /** Makes an attempt from this address, or has it wait. */
  public synchronized Verdict attempt(InetAddress from, long nowMillis) {
    long now = nowMillis * 1_000;
    int times = from.isLoopbackAddress() ? HERE_TIMES : 1;
    List<Network> networks = Network.of(from);
    long late = 0;
    boolean first = false;
    for (Network network : networks) {
      long rate = (long) perSecond * times * network.times();
      Bucket before = bucket(network, rate, now);
      long its = before.fullAt() + MICROS / rate - burst(rate) - now;
      first |= its > 0 && !before.refused();
      late = Math.max(late, its);
    }
    boolean refused = late > 0;
    for (Network network : networks) {
      long rate = (long) perSecond * times * network.times();
      long fullAt = bucket(network, rate, now).fullAt();
      byNetwork.put(network, new Bucket(refused ? fullAt : fullAt + MICROS / rate, refused));
    }
    return refused ? new Verdict(Math.ceilDiv(late, 1_000L), first) : Verdict.GO;
  }

  private Bucket bucket(Network network, long rate, long now) {
    Bucket before = byNetwork.getOrDefault(network, new Bucket(now, false));
    // What would take longer than from empty to full is of a time before the clock was set back.
    boolean isOfBefore = before.fullAt() > now + burst(rate);
    return new Bucket(isOfBefore ? now : Math.max(before.fullAt(), now), before.refused());
  }

  /** Microseconds from empty to full. */
  private static long burst(long rate) {
    return BURST_SECONDS * rate * (MICROS / rate);
  }
}
