package fwq.kit.program;

import java.net.InetSocketAddress;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of programs that listen: on which of this machine's addresses. */
public final class BindOption {
  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      converter = Address.class,
      description =
          "listen on this address of this machine alone, such as 127.0.0.1 (default: on all)")
  private String address;

  /** Constructed by picocli. */
  public BindOption() {}

  /** The one address to listen on, where one was given. */
  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  /**
   * This port there.
   *
   * @throws Failure with a sentence when nobody knows such an address
   */
  public InetSocketAddress at(int port) throws Failure {
    InetSocketAddress at =
        address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
    if (at.isUnresolved()) {
      throw new Failure(
          "there is no address "
              + address
              + "; give one of this machine's with --bind, such as 127.0.0.1");
    }
    return at;
  }
}
