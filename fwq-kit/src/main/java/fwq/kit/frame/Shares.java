package fwq.kit.frame;

import fwq.kit.net.Network;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something of which there is so much and no more, and of which no address may have all: a
 * household a sixteenth, networks of a provider's customers up to half. This machine may have all
 * of it. For any number of threads.
 */
final class Shares {
  /** The part of the whole that a household may have. */
  static final int HOUSEHOLDS = 16;

  private final long whole;
  private final Map<Network, Long> taken = new HashMap<>();
  private long sum;

  Shares(long whole) {
    this.whole = whole;
  }

  /** Takes a part, if there is as much left for this address. */
  synchronized boolean take(InetAddress from, long part) {
    List<Network> networks = Network.of(from);
    boolean fits =
        sum + part <= whole
            && networks.stream()
                .allMatch(it -> taken.getOrDefault(it, 0L) + part <= most(it, from));
    if (fits) {
      sum += part;
      networks.forEach(it -> taken.merge(it, part, Long::sum));
    }
    return fits;
  }

  /** Gives back what was taken. */
  synchronized void giveBack(InetAddress from, long part) {
    sum -= part;
    Network.of(from)
        .forEach(it -> taken.computeIfPresent(it, (_, has) -> has == part ? null : has - part));
  }

  /** Networks of 56 bits may have twice as much as a household, those of 48 eight times. */
  private long most(Network network, InetAddress from) {
    return from.isLoopbackAddress()
        ? whole
        : Math.max(1, whole / HOUSEHOLDS) * Math.max(1, network.times() / 2);
  }
}
