package fwq.trips;

import fwq.common.talk.trips.Leg;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Metrics;
import fwq.kit.program.PeerAddress;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import fwq.trips.agency.Agency.Peer;
import fwq.trips.options.SellerTrust;
import fwq.trips.options.ServingOptions;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fwq trips agency}: searches all sellers and books whole trips. */
@Command(
    name = "fwq trips agency",
    description = "Searches flights, hotels and tours, and books them together or not at all.")
final class AgencyMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(AgencyMain.class);

  @Parameters(index = "0", paramLabel = "<port>", description = "where guests connect, as 5153")
  private Port port;

  @Parameters(index = "1", paramLabel = "<flights-ip>", converter = Address.class)
  private String flightsHost;

  @Parameters(index = "2", paramLabel = "<flights-port>", description = "such as 5150")
  private Port flightsPort;

  @Parameters(index = "3", paramLabel = "<hotels-ip>", converter = Address.class)
  private String hotelsHost;

  @Parameters(index = "4", paramLabel = "<hotels-port>", description = "such as 5151")
  private Port hotelsPort;

  @Parameters(index = "5", paramLabel = "<tours-ip>", converter = Address.class)
  private String toursHost;

  @Parameters(index = "6", paramLabel = "<tours-port>", description = "such as 5152")
  private Port toursPort;

  @Option(
      names = "--registry",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description =
          "who knows whose a ticket is, such as 127.0.0.1:5050 (without it only its id opens a"
              + " trip)")
  private HostPort registry;

  @Mixin private SellerTrust sellerTrust;
  @Mixin private ServingOptions serving;
  @Mixin private CommonOptions options;

  AgencyMain() {}

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    Trust trust = sellerTrust.trust(serving.tls().plaintext(), options.data(), LOG::info);
    try (Metrics metrics = options.metrics();
        Servers servers = new Servers(options.data(), serving, metrics)) {
      servers.openAgency(
          port.number(),
          Map.of(
              Leg.FLIGHTS, peer(flightsHost, flightsPort, trust),
              Leg.HOTELS, peer(hotelsHost, hotelsPort, trust),
              Leg.TOURS, peer(toursHost, toursPort, trust)),
          Optional.ofNullable(registry).map(it -> new Peer(it, trust)));
      servers.run(stop);
    }
  }

  private static Peer peer(String host, Port port, Trust trust) {
    return new Peer(new HostPort(host, port.number()), trust);
  }
}
