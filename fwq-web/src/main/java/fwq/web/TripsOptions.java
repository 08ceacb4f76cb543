package fwq.web;

import fwq.kit.net.HostPort;
import fwq.kit.program.PeerAddress;
import fwq.kit.tls.Trust;
import fwq.web.trip.Agency;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where guests book their trips. */
final class TripsOptions {
  @Option(
      names = "--trips",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description = "an agency of trips, such as 127.0.0.1:5153; without it the menu has none")
  private HostPort agency;

  @Option(
      names = "--trips-trust",
      paramLabel = "FILE",
      description =
          "believe only the agency of this PEM certificate (default: as the registry is believed)")
  private Path certificate;

  TripsOptions() {}

  /** The agency, if there is one. */
  Optional<Agency> agency(Trust trust) {
    return Optional.ofNullable(agency)
        .map(it -> new Agency(it, trust, Optional.ofNullable(certificate)));
  }
}
