package fwq.web.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How often an address may ask: so many at once, and then so many a second. An IPv6 address is its
 * first 64 bits, which one household has; larger networks have a larger share of their own, so that
 * whoever owns one is not a thousand households.
 *
 * <p>Moments are nanoseconds by the monotonic clock. For any number of threads.
 */
public final class AddressLimit {
  /** Addresses remembered; who was silent longest is forgotten first. */
  private static final int ADDRESSES_MAX = 20_000;

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double burst;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  private record Share(String network, int times) {}

  private record Bucket(double tokens, long at) {}

  /**
   * A limit.
   *
   * @param perSecond requests in the long run
   * @param burst requests at once
   */
  public AddressLimit(double perSecond, double burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /** Nothing when it may ask now, and that was counted; else the whole seconds to wait. */
  public synchronized OptionalLong ask(String address, long nanos) {
    List<Share> shares = shares(address);
    double wait = 0;
    for (Share share : shares) {
      double tokens = tokens(share, nanos);
      wait = Math.max(wait, (1 - tokens) / (perSecond * share.times()));
    }
    if (wait > 0) {
      return OptionalLong.of((long) Math.ceil(wait));
    }
    for (Share share : shares) {
      buckets.put(share.network(), new Bucket(tokens(share, nanos) - 1, nanos));
    }
    var oldest = buckets.keySet().iterator();
    while (buckets.size() > ADDRESSES_MAX) {
      oldest.next();
      oldest.remove();
    }
    return OptionalLong.empty();
  }

  private double tokens(Share share, long nanos) {
    double most = burst * share.times();
    Bucket bucket = buckets.get(share.network());
    return bucket == null
        ? most
        : Math.min(
            most, bucket.tokens() + (nanos - bucket.at()) / NANOS * perSecond * share.times());
  }

  private static List<Share> shares(String address) {
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    if (bytes.length == 4) {
      return List.of(new Share(network(bytes, 4), 1));
    }
    List<Share> shares = new ArrayList<>();
    shares.add(new Share(network(bytes, 8), 1));
    shares.add(new Share(network(bytes, 7), 4));
    shares.add(new Share(network(bytes, 6), 16));
    return shares;
  }

  private static String network(byte[] address, int count) {
    return HexFormat.of().formatHex(Arrays.copyOf(address, count));
  }

  /** The network that counts as one address: an IPv6 address's first 64 bits. */
  static String household(String address) {
    return shares(address).getFirst().network();
  }
}
