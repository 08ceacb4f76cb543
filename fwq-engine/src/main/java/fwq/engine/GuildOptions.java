package fwq.engine;

import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.PeerAddress;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The options that say where the guild of carts is, if the park has one. */
final class GuildOptions {
  @Option(
      names = "--guild",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description = "where the guild of food carts is, such as 127.0.0.1:5300 (default: no carts)")
  private HostPort guild;

  @Option(
      names = "--guild-trust",
      paramLabel = "FILE",
      description =
          "believe only the guild of this PEM certificate (default: the one that is met first,"
              + " noted as others are, --known-hosts)")
  private Path trust;

  @Option(names = "--guild-plaintext", description = "the guild speaks no TLS, for teaching")
  private boolean plaintext;

  GuildOptions() {}

  /**
   * Asks the guild from now on, if there is one.
   *
   * @param known the servers met so far
   */
  Optional<CartsPoller> start(Path known, Stop stop, InstantSource clock) throws Failure {
    if (guild == null) {
      return Optional.empty();
    }
    CartsPoller poller = new CartsPoller(guild, trust(known), stop, clock);
    Thread.ofPlatform().name("carts").daemon().start(poller);
    return Optional.of(poller);
  }

  private Trust trust(Path known) throws Failure {
    return Trust.chosen(plaintext, trust, known, LoggerFactory.getLogger(GuildOptions.class)::info);
  }
}
