package fwq.journal.client;

import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.Port;
import picocli.CommandLine.Parameters;

/** Where the head is, as every client is told it. */
final class HeadOptions {
  @Parameters(
      index = "0",
      paramLabel = "<head-ip>",
      converter = Address.class,
      description = "the head's address")
  private String host;

  @Parameters(
      index = "1",
      paramLabel = "<head-port>",
      description = "the head's port, such as 5200")
  private Port port;

  HeadOptions() {}

  HostPort head() {
    return new HostPort(host, port.number());
  }
}
