package fwq.trips.agency;

import fwq.common.talk.audit.Audit;
import fwq.common.talk.trips.Leg;
import fwq.kit.frame.FrameServer;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.tls.ServerTls;
import fwq.kit.tls.Trust;
import fwq.trips.serving.Doorkeeper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One agency: its log, its links to the sellers, and its server. */
public final class Agency implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Agency.class);

  /** For a connection to a seller, and then for its reply. */
  private static final Duration SELLER = Duration.ofSeconds(3);

  /** How long a seller that does not answer is asked for places. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /** How long a guest is kept waiting. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Parts parts;
  private final Sql sql;
  private final TripLog log;
  private final Map<Leg, SellerLink> links = new EnumMap<>(Leg.class);
  private final Bookings bookings;
  private final FrameServer server;
  private LocalDate forgotOn;

  /**
   * What an agency is made of.
   *
   * @param data the folder of its database
   * @param at where it listens; port 0 for any free one
   * @param sellers where they listen, and by which keys they are known
   * @param registry whom to ask about tickets, if anybody
   * @param currency that all sellers have
   */
  public record Parts(
      Path data,
      InetSocketAddress at,
      Map<Leg, Peer> sellers,
      Optional<Peer> registry,
      String currency,
      Optional<ServerTls> tls,
      Doorkeeper door,
      Audit audit,
      Metrics metrics,
      InstantSource clock,
      RandomGenerator random) {}

  /** Where a peer listens, and by which key it is known. */
  public record Peer(HostPort address, Trust trust) {}

  private Agency(Parts parts, Sql sql) throws DatabaseException, IOException {
    this.parts = parts;
    this.sql = sql;
    this.log = new TripLog(sql);
    parts
        .sellers()
        .forEach(
            (leg, peer) -> links.put(leg, new SellerLink(peer.address(), peer.trust(), SELLER)));
    Sellers sellers = (leg, request) -> links.get(leg).ask(request);
    this.bookings =
        new Bookings(
            log,
            new Saying(sellers, PATIENCE, parts.clock(), parts.random()),
            parts.currency(),
            ANSWER,
            parts.clock());
    parts
        .metrics()
        .gauge(
            "fwq_trips_under_way",
            "Trips that are being booked or given back.",
            bookings::underWay);
    tick();
    this.server =
        new FrameServer(
            parts.at(),
            new AgencyHandler(
                new AgencyHandler.Desk(
                    bookings,
                    log,
                    sellers,
                    new Owners(
                        parts.registry().map(Peer::address),
                        parts.registry().map(Peer::trust).orElseGet(Trust.Plaintext::new),
                        SELLER),
                    parts.currency()),
                parts.door(),
                new AgencyAudit(parts.audit(), parts.clock()),
                System::nanoTime),
            FrameServer.Limits.DEFAULT,
            parts.tls());
    int unfinished = bookings.resume();
    if (unfinished > 0) {
      LOG.info("going on with {} trips that were under way", unfinished);
    }
  }

  /**
   * Opens the log, goes on with what is not finished, and listens.
   *
   * @throws IOException when the port cannot be had
   */
  public static Agency open(Parts parts) throws DatabaseException, IOException {
    Path file = parts.data().resolve("agency.db");
    Sql sql = Sql.open(file, TripLog.MIGRATIONS);
    try {
      return new Agency(parts, sql);
    } catch (DatabaseException | IOException | RuntimeException e) {
      try {
        sql.close();
      } catch (DatabaseException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** To be called every second by the thread that opened it: forgets names after their time. */
  public void tick() throws DatabaseException {
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC);
    if (!today.equals(forgotOn)) {
      log.forget(today);
      forgotOn = today;
    }
  }

  @Override
  public void close() throws DatabaseException, IOException {
    try (sql;
        server;
        bookings) {
      // Says no more words, so that who waits is answered; listens no more; closes the log.
    }
    for (SellerLink link : links.values()) {
      link.close();
    }
  }
}
