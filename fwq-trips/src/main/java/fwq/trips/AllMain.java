package fwq.trips;

import fwq.common.talk.trips.Leg;
import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Metrics;
import fwq.kit.program.PeerAddress;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.tls.Identity;
import fwq.kit.tls.Trust;
import fwq.trips.agency.Agency.Peer;
import fwq.trips.options.OfferOptions;
import fwq.trips.options.SellerTrust;
import fwq.trips.options.ServingOptions;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq trips all <port>}: the three sellers and an agency, in one JVM. */
@Command(
    name = "fwq trips all",
    description = "Sells flights, hotels and tours and is their agency, all in one program.")
final class AllMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(AllMain.class);
  private static final int PORT_MAX = 65_535;

  @Parameters(
      paramLabel = "<port>",
      description = "of the flights, such as 5150; hotels, tours and agency have the next three")
  private Port port;

  @Option(
      names = "--registry",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description =
          "who knows whose a ticket is, such as 127.0.0.1:5050 (without it only its id opens a"
              + " trip)")
  private HostPort registry;

  @Mixin private OfferOptions offers;
  @Mixin private SellerTrust registryTrust;
  @Mixin private ServingOptions serving;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  AllMain() {}

  @Override
  public void run(Stop stop) throws Exception {
    if (port.number() + Leg.values().length > PORT_MAX) {
      throw new ParameterException(
          spec.commandLine(), "four ports in a row are needed, such as 5150 and the next three");
    }
    options.stopWithParent();
    try (Metrics metrics = options.metrics();
        Servers servers = new Servers(options.data(), serving, metrics)) {
      int next = port.number();
      Map<Leg, Peer> sellers = new EnumMap<>(Leg.class);
      for (Leg leg : Leg.values()) {
        Optional<Identity> identity =
            servers.openSeller(leg, next, offers.home(), offers.maker(leg));
        // They are this program's own, so nobody has to be believed.
        Trust own =
            identity
                .<Trust>map(it -> new Trust.Only(it.pin(), Path.of("this program")))
                .orElseGet(Trust.Plaintext::new);
        sellers.put(
            leg, new Peer(new HostPort(serving.bind().address().orElse("127.0.0.1"), next), own));
        next++;
      }
      Trust trust = registryTrust.trust(serving.tls().plaintext(), options.data(), LOG::info);
      servers.openAgency(
          next, sellers, Optional.ofNullable(registry).map(it -> new Peer(it, trust)));
      servers.run(stop);
    }
  }
}
