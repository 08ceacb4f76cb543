package fwq.web.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Whose request it is. What {@code X-Forwarded-For} says is believed only from proxies that the
 * operator named, and of it only what they themselves wrote: the last address that is no proxy's.
 */
public final class ClientAddress {
  private final List<Cidr> proxies;

  /** Believes these proxies. */
  public ClientAddress(List<Cidr> proxies) {
    this.proxies = List.copyOf(proxies);
  }

  /**
   * The client's address.
   *
   * @param peer who opened the connection
   * @param forwarded the values of all {@code X-Forwarded-For} headers, in order
   */
  public String of(String peer, List<String> forwarded) {
    if (!isProxy(peer)) {
      return peer;
    }
    List<String> hops = new ArrayList<>();
    forwarded.forEach(value -> hops.addAll(Arrays.asList(value.split(",", -1))));
    Collections.reverse(hops);
    String nearest = peer;
    for (String hop : hops) {
      String address = hop.strip();
      if (!Cidr.isAddress(address)) {
        return nearest;
      }
      nearest = address;
      if (!isProxy(address)) {
        return address;
      }
    }
    return nearest;
  }

  /** Whether what this peer forwards is believed. */
  public boolean isProxy(String address) {
    return !proxies.isEmpty()
        && Cidr.isAddress(address)
        && proxies.stream().anyMatch(it -> it.contains(address));
  }

  /**
   * A range of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
   *
   * @param address its first
   * @param bits how many of them count
   */
  public record Cidr(InetAddress address, int bits) {
    /**
     * Reads one; an address alone is a range of one.
     *
     * @throws IllegalArgumentException with a sentence when it is none
     */
    public static Cidr parse(String text) {
      String[] parts = text.split("/", 2);
      if (!isAddress(parts[0])) {
        throw notOne(text);
      }
      InetAddress address = InetAddress.ofLiteral(parts[0]);
      int most = address.getAddress().length * 8;
      try {
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > most) {
          throw notOne(text);
        }
        return new Cidr(address, bits);
      } catch (NumberFormatException e) {
        throw notOne(text);
      }
    }

    private static IllegalArgumentException notOne(String text) {
      return new IllegalArgumentException(
          "a range of addresses such as 10.0.0.0/8 or fd00::/8 was expected, got '" + text + "'");
    }

    boolean contains(String other) {
      byte[] mine = address.getAddress();
      byte[] theirs = InetAddress.ofLiteral(other).getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }

    /** A literal address, for a name would be looked up. */
    static boolean isAddress(String text) {
      try {
        InetAddress.ofLiteral(text);
        return true;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}
