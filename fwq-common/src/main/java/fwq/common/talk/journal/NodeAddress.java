package fwq.common.talk.journal;

/**
 * Where a node answers heads.
 *
 * @param host its machine's name or address, as it was told on its command line
 * @param port 1..65535
 */
public record NodeAddress(String host, int port) {
  /** Refuses what is no address. */
  public NodeAddress {
    if (host.isBlank() || host.length() > 255 || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("an address is a machine's name and a port");
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
