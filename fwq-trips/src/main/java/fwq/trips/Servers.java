package fwq.trips;

import fwq.common.signing.OfferKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.audit.AuditLog;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Town;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.tls.Identity;
import fwq.trips.agency.Agency;
import fwq.trips.offers.DayOffers;
import fwq.trips.options.ServingOptions;
import fwq.trips.seller.Seller;
import fwq.trips.serving.Doorkeeper;
import io.prometheus.metrics.core.metrics.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers of one program: opens them, does each second what time brings, and closes them. */
final class Servers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

  private static final Duration TICK = Duration.ofSeconds(1);

  /** What an agency may ask of a seller: it speaks for all its guests. */
  private static final int SELLER_RATE = 100;

  private static final int AGENCY_RATE = 2;

  private final Path data;
  private final ServingOptions options;
  private final Metrics metrics;
  private final Counter requests;
  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private final List<Identity> identities = new ArrayList<>();
  private final List<Ticking> ticking = new ArrayList<>();
  private final Deque<Closing> open = new ArrayDeque<>();

  /** What is to be done each second. */
  @FunctionalInterface
  private interface Tick {
    void tick() throws DatabaseException;
  }

  @FunctionalInterface
  private interface Closing extends AutoCloseable {
    @Override
    void close() throws DatabaseException, IOException;
  }

  private record Ticking(Tick what, Doorkeeper door) {}

  Servers(Path data, ServingOptions options, Metrics metrics) {
    this.data = data;
    this.options = options;
    this.metrics = metrics;
    this.requests = Doorkeeper.requests(metrics);
  }

  /** Opens a seller; by which key it is known, unless it speaks without TLS. */
  Optional<Identity> openSeller(Leg leg, int port, Town home, DayOffers maker) throws Failure {
    String name = Seller.Parts.name(leg);
    Optional<Identity> identity = identity(name);
    Doorkeeper door = new Doorkeeper(name, options.rate(SELLER_RATE), requests, clock);
    try {
      Seller seller =
          Seller.open(
              new Seller.Parts(
                  leg,
                  data,
                  options.bind().at(port),
                  home,
                  options.currency(),
                  maker,
                  OfferKey.derive(SharedSecret.loadOrCreate(data.resolve(OfferKey.FILE), random)),
                  identity.map(Identity::tls),
                  door,
                  clock));
      opened(name, seller.port(), identity, seller::close, new Ticking(seller::tick, door));
      return identity;
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    } catch (IOException e) {
      throw cannotListen(port, e);
    }
  }

  /** Opens an agency. */
  void openAgency(int port, Map<Leg, Agency.Peer> sellers, Optional<Agency.Peer> registry)
      throws Failure {
    Optional<Identity> identity = identity("agency");
    Doorkeeper door = new Doorkeeper("agency", options.rate(AGENCY_RATE), requests, clock);
    AuditLog audit = new AuditLog(data, "agency", metrics);
    open.push(audit::close);
    try {
      Agency agency =
          Agency.open(
              new Agency.Parts(
                  data,
                  options.bind().at(port),
                  sellers,
                  registry,
                  options.currency(),
                  identity.map(Identity::tls),
                  door,
                  audit,
                  metrics,
                  clock,
                  random));
      opened("agency", agency.port(), identity, agency::close, new Ticking(agency::tick, door));
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    } catch (IOException e) {
      throw cannotListen(port, e);
    }
  }

  private Optional<Identity> identity(String name) throws Failure {
    Optional<Identity> identity = options.tls().identity(data, name, clock.instant(), random);
    identity.ifPresent(identities::add);
    return identity;
  }

  private void opened(
      String name, int port, Optional<Identity> identity, Closing server, Ticking ticks) {
    open.push(server);
    ticking.add(ticks);
    LOG.info(
        "{} listens on port {}{}",
        name,
        port,
        identity
            .map(it -> ", with the key " + it.pin() + " and a certificate until " + it.until())
            .orElse(", without TLS, so anybody on the way can read and change everything"));
  }

  private static Failure cannotListen(int port, IOException e) {
    return new Failure(
        "port " + port + " cannot be had (" + e.getMessage() + "); give another as <port>", e);
  }

  /** Until it is asked to stop. */
  void run(Stop stop) throws InterruptedException {
    while (!stop.await(TICK)) {
      for (Ticking one : ticking) {
        try {
          one.what().tick();
        } catch (DatabaseException e) {
          one.door().complain(e);
        }
      }
      identities.forEach(this::renew);
    }
  }

  private void renew(Identity identity) {
    try {
      if (identity.renewIfDue(clock.instant())) {
        LOG.info("the certificate is renewed until {}, with the same key", identity.until());
      }
    } catch (IOException e) {
      LOG.warn("{}; the renewed one is used all the same", e.getMessage());
    }
  }

  @Override
  public void close() throws DatabaseException, IOException {
    if (!open.isEmpty()) {
      try (Closing _ = open.pop()) {
        close();
      }
    }
  }
}
