package fwq.kit.kafka;

import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.BindOption;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Port;
import java.net.InetSocketAddress;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * The first arguments of a program that listens and has a broker: {@code <port> <broker-ip>
 * <broker-port>}.
 */
public final class ServerArguments {
  @Parameters(index = "0", paramLabel = "<port>", description = "where to listen, such as 5200")
  private Port port;

  @Parameters(
      index = "1",
      paramLabel = "<broker-ip>",
      converter = Address.class,
      description = "the Kafka broker's address")
  private String brokerHost;

  @Parameters(
      index = "2",
      paramLabel = "<broker-port>",
      description = "the Kafka broker's port, such as 9092")
  private Port brokerPort;

  @Mixin private BindOption bindOption;

  ServerArguments() {}

  /** The port to listen on. */
  public Port port() {
    return port;
  }

  /** Where to listen. */
  public InetSocketAddress listenAt() throws Failure {
    return bindOption.at(port.number());
  }

  /** The one address to listen on, where one was given. */
  public Optional<String> bind() {
    return bindOption.address();
  }

  /** Where the broker is. */
  public HostPort broker() {
    return new HostPort(brokerHost, brokerPort.number());
  }

  /** Clients of that broker, with the operator's own properties. */
  public KafkaClients kafka(CommonOptions options) throws Exception {
    return new KafkaClients(broker(), options.kafkaProperties());
  }
}
