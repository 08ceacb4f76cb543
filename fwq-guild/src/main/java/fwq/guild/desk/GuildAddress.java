package fwq.guild.desk;

import fwq.common.options.ParkOption;
import fwq.guild.client.GuildClient;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.Failure;
import fwq.kit.program.Port;
import fwq.kit.program.Version;
import fwq.kit.tls.TrustOptions;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every program that asks the guild is told. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
final class GuildAddress {
  @Parameters(
      index = "0",
      paramLabel = "<guild-ip>",
      converter = Address.class,
      description = "the guild's address")
  private String host;

  @Parameters(
      index = "1",
      paramLabel = "<guild-port>",
      description = "the guild's port, such as 5300")
  private Port port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where files are kept (default: ${DEFAULT-VALUE})",
      defaultValue = "data")
  private Path data;

  @Mixin private ParkOption parkOption;
  @Mixin private TrustOptions trust;

  GuildAddress() {}

  int park() {
    return parkOption.park();
  }

  Path data() {
    return data;
  }

  /** A client, the caller's to close. */
  GuildClient client(Consumer<String> tell) throws Failure {
    return new GuildClient(new HostPort(host, port.number()), trust.trust(tell));
  }
}
