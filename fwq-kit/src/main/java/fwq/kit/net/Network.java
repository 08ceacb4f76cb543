package fwq.kit.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Who shares what an address may have: an IPv4 address is by itself; of an IPv6 address a household
 * has the first 64 bits, and whoever has a larger network is not thousands of households. This
 * machine is one.
 *
 * @param prefix what its addresses have in common; nothing for this machine
 * @param times how many times as much as a household it may have
 */
public record Network(ByteBuffer prefix, int times) {
  private static final int IPV6_HOUSEHOLD_BYTES = 8;
  private static final List<Network> HERE = List.of(new Network(ByteBuffer.allocate(0), 1));

  /** The networks that an address is in, from the household on. */
  public static List<Network> of(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return HERE;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? List.of(
            new Network(ByteBuffer.wrap(bytes, 0, IPV6_HOUSEHOLD_BYTES), 1),
            new Network(ByteBuffer.wrap(bytes, 0, IPV6_HOUSEHOLD_BYTES - 1), 4),
            new Network(ByteBuffer.wrap(bytes, 0, IPV6_HOUSEHOLD_BYTES - 2), 16))
        : List.of(new Network(ByteBuffer.wrap(bytes), 1));
  }

  /** The household of an address. */
  public static Network household(InetAddress address) {
    return of(address).getFirst();
  }
}
