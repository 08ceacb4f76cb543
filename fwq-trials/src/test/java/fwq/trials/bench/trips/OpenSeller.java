package fwq.trials.bench.trips;

import fwq.common.signing.OfferKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.SellerCodec;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import fwq.kit.file.ScratchFolder;
import fwq.kit.frame.FrameClient;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.offers.DayOffers;
import fwq.trips.seller.Seller;
import fwq.trips.serving.Doorkeeper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A seller in this process, without TLS: what is measured is what it does itself. */
final class OpenSeller implements AutoCloseable {
  static final Town HOME = Towns.find("ALC").orElseThrow();

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ANY_RATE = 1_000_000;

  private final ScratchFolder scratch = new ScratchFolder("fwq-bench");
  private final Seller seller;

  /** Opens it with offers for 90 days. */
  OpenSeller(Leg leg) throws IOException, DatabaseException {
    InstantSource clock = InstantSource.system();
    seller =
        Seller.open(
            new Seller.Parts(
                leg,
                scratch.path(),
                new InetSocketAddress(0),
                HOME,
                "EUR",
                DayOffers.of(leg, 7, HOME),
                OfferKey.derive(SharedSecret.of(new byte[32])),
                Optional.empty(),
                new Doorkeeper(
                    Seller.Parts.name(leg),
                    ANY_RATE,
                    Doorkeeper.requests(Metrics.unserved()),
                    clock),
                clock));
  }

  HostPort address() {
    return new HostPort("127.0.0.1", seller.port());
  }

  FrameClient connect() throws IOException {
    return FrameClient.connect(address(), PATIENCE);
  }

  static SellerReply ask(FrameClient client, SellerRequest request) throws Exception {
    return SellerCodec.readReply(client.call(SellerCodec.write(request)));
  }

  @Override
  public void close() throws IOException, DatabaseException {
    seller.close();
    scratch.close();
  }
}
