package fwq.engine;

import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.tls.ClientTls;
import fwq.kit.tls.Identity;
import fwq.kit.tls.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say which waiting time server is believed. */
final class WaitsOptions {
  private static final Duration CERTIFICATE_LIFETIME = Duration.ofDays(365);

  @Option(
      names = "--known-hosts",
      paramLabel = "FILE",
      description =
          "the servers met so far and their keys; one that is new is believed and noted (default:"
              + " known_hosts in --data)")
  private Path knownHosts;

  @ArgGroup private Only only = new Only();

  /** Either of them. */
  private static final class Only {
    @Option(
        names = "--trust",
        paramLabel = "FILE",
        description =
            "believe only the waiting time server of this PEM certificate or public key,"
                + " waitingtimeserver.crt in its --data")
    private Path trust;

    @Option(
        names = "--plaintext",
        description =
            "the waiting time server speaks no TLS, for teaching: anybody on the way can change"
                + " the waits")
    private boolean plaintext;
  }

  WaitsOptions() {}

  /** The servers that were met. */
  Path knownHosts(Path data) {
    return knownHosts == null ? data.resolve("known_hosts") : knownHosts;
  }

  /** Asks the waiting time server from now on. */
  WaitsPoller start(HostPort server, Path data, Stop stop, InstantSource clock) throws Failure {
    Trust trust =
        Trust.chosen(
            only.plaintext,
            only.trust,
            knownHosts(data),
            LoggerFactory.getLogger(WaitsOptions.class)::info);
    WaitsPoller waits =
        new WaitsPoller(
            server, trust, only.plaintext ? WaitsPoller.OurKey.NONE : ours(data), stop, clock);
    Thread.ofPlatform().name("waits").daemon().start(waits);
    return waits;
  }

  /** Made by the thread that needs it: the engine's start does not wait for its certificate. */
  private static WaitsPoller.OurKey ours(Path data) {
    return new WaitsPoller.OurKey() {
      private ClientTls made;

      @Override
      public synchronized ClientTls get() throws IOException {
        if (made == null) {
          Identity.Server engine =
              new Identity.Server("engine", List.of("localhost"), CERTIFICATE_LIFETIME);
          made = Identity.open(data, engine, Instant.now(), new SecureRandom()).asClient();
        }
        return made;
      }
    };
  }
}
