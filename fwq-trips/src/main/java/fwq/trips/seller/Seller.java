package fwq.trips.seller;

import fwq.common.signing.OfferKey;
import fwq.common.signing.OlderSecret;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Town;
import fwq.kit.frame.FrameServer;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.tls.ServerTls;
import fwq.trips.offers.DayOffers;
import fwq.trips.search.Catalogue;
import fwq.trips.serving.Doorkeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One seller: its tables, its offers for the days to come, and its server. */
public final class Seller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Seller.class);
  private static final Duration FORGETTING_PAUSE = Duration.ofHours(1);

  /** The first start takes a few seconds, in which the operator may want to know. */
  private static final int DAYS_A_LINE = 30;

  private final Parts parts;
  private final Sql sql;
  private final Stock stock;
  private final Stall stall;
  private final FrameServer server;

  // The owner's own.
  private LocalDate filledOn;
  private long forgotAtMillis;

  /**
   * What a seller is made of.
   *
   * @param leg what it sells
   * @param data the folder of its database
   * @param port 0 for any free one
   * @param home where flights start, and whose midnight is the seller's
   * @param currency of all prices
   * @param maker of its offers
   * @param key of those who may change offers
   */
  public record Parts(
      Leg leg,
      Path data,
      int port,
      Town home,
      String currency,
      DayOffers maker,
      OfferKey key,
      Optional<ServerTls> tls,
      Doorkeeper door,
      InstantSource clock) {
    /** As it is called, such as {@code flights}. */
    public static String name(Leg leg) {
      return leg.name().toLowerCase(Locale.ROOT);
    }
  }

  private Seller(Parts parts, Sql sql) throws DatabaseException, IOException {
    this.parts = parts;
    this.sql = sql;
    Catalogue catalogue = new Catalogue();
    this.stock = new Stock(sql, parts.maker(), catalogue);
    stock.load(today());
    this.stall = new Stall(sql, catalogue, parts.clock(), System::nanoTime);
    tick();
    this.server =
        new FrameServer(
            parts.port(),
            new SellerHandler(
                new SellerHandler.Trade(parts.leg(), parts.home(), parts.currency(), parts.key()),
                stall,
                catalogue,
                parts.clock(),
                parts.door()),
            FrameServer.Limits.DEFAULT,
            parts.tls());
  }

  /**
   * Opens the database, makes the offers that are missing, and listens.
   *
   * @throws IOException when the port cannot be had
   */
  public static Seller open(Parts parts) throws DatabaseException, IOException {
    Path file = parts.data().resolve(Parts.name(parts.leg()) + ".db");
    Sql sql = Sql.open(file, SellerTables.MIGRATIONS);
    try {
      int _ = sql.alone(() -> sql.update(SellerTables.GUARD));
      if (sql.query("SELECT day FROM day LIMIT 1", row -> row.getInt(1)).isEmpty()) {
        // Its own key: what other sellers have in the same folder may be much older.
        Path secret = parts.data().resolve(Parts.name(parts.leg()) + ".key");
        OlderSecret.warning("offer", file, secret, parts.clock().instant()).ifPresent(LOG::warn);
      }
      return new Seller(parts, sql);
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

  /**
   * To be called every second by the thread that opened it: gives back what was held too long, and
   * makes a new day's offers after midnight.
   */
  public void tick() throws DatabaseException {
    stall.sweep();
    LocalDate today = today();
    if (!today.equals(filledOn)) {
      stock.fill(today, this::tell);
      filledOn = today;
    }
    long now = parts.clock().millis();
    if (Math.abs(now - forgotAtMillis) > FORGETTING_PAUSE.toMillis()) {
      stall.forgetOld();
      forgotAtMillis = now;
    }
  }

  private void tell(int days) {
    if (days % DAYS_A_LINE == 0) {
      LOG.info("{}: there are offers for {} days", Parts.name(parts.leg()), days);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(parts.clock().instant(), parts.home().zone());
  }

  @Override
  public void close() throws DatabaseException, IOException {
    try (sql) {
      server.close();
    }
  }
}
