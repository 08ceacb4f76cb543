package fwq.kit.net;

import java.util.Objects;

/**
 * Where a peer listens.
 *
 * @param host name or address
 * @param port 1..65535
 */
public record HostPort(String host, int port) {
  /** Refuses a blank host and a port outside 1..65535. */
  public HostPort {
    if (Objects.requireNonNull(host, "host").isBlank()) {
      throw new IllegalArgumentException("a host name or address was expected");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is a number from 1 to 65535, got " + port);
    }
  }

  /** {@code host:port}, with brackets around an IPv6 address. */
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
