package fwq.trips.seller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.common.talk.trips.ServiceJson;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.trips.offers.Offer;
import fwq.trips.search.Catalogue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;

/** A seller's real tables and stall over SQLite in memory, for simulations and tests. */
public final class SimulatedTables implements AutoCloseable {
  final Sql sql;
  final Catalogue catalogue = new Catalogue();
  private final InstantSource wall;
  private final LongSupplier nanoTime;
  private Stall stall;

  public SimulatedTables(List<Offer> offers, InstantSource wall, LongSupplier nanoTime)
      throws DatabaseException {
    this.wall = wall;
    this.nanoTime = nanoTime;
    this.sql = new Sql(Path.of("in memory"), connection());
    sql.transaction(
        () -> {
          for (Offer offer : offers) {
            sql.update(
                """
                INSERT INTO offer (id, day, service, price, stock, good_until)
                VALUES (?, ?, ?, ?, ?, ?)""",
                offer.id(),
                offer.service().day().toEpochDay(),
                ServiceJson.write(offer.service()),
                offer.price(),
                offer.stock(),
                offer.goodUntil().getEpochSecond());
          }
          return offers;
        });
    catalogue.add(offers);
    restart();
  }

  static Connection connection() {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("PRAGMA foreign_keys = ON");
        statement.executeUpdate(SellerTables.GUARD);
        statement.executeUpdate(SellerTables.MIGRATIONS.getFirst());
      }
      return connection;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public void restart() throws DatabaseException {
    stall = new Stall(sql, catalogue, wall, nanoTime);
  }

  Stall stall() {
    return stall;
  }

  public SellerReply hear(SellerRequest request) throws DatabaseException {
    return switch (request) {
      case SellerRequest.Hold it -> stall.hold(it);
      case SellerRequest.Confirm it -> stall.confirm(it.trip());
      case SellerRequest.Cancel it -> stall.cancel(it.trip());
      case SellerRequest.Status it -> stall.status(it.trip());
      default -> throw new AssertionError("not simulated: " + request);
    };
  }

  public int placesOf(UUID trip) throws DatabaseException {
    return sql.transaction(
        () ->
            sql.first(
                    "SELECT coalesce(sum(quantity), 0) FROM part WHERE trip = ?",
                    row -> row.getInt(1),
                    trip.toString())
                .orElse(0));
  }

  /** More is never taken than there is, what is taken is held or sold, and searches see it so. */
  public void check() throws DatabaseException {
    sql.transaction(
        () -> {
          assertEquals(
              List.of(),
              sql.all(
                  """
                  SELECT id FROM offer WHERE taken > stock OR taken <>
                    (SELECT coalesce(sum(quantity), 0) FROM part WHERE offer = offer.id)""",
                  row -> row.getLong(1)),
              "offers whose places do not add up");
          assertEquals(
              List.of(),
              sql.all(
                  """
                  SELECT trip FROM part JOIN trip ON trip.id = trip
                  WHERE state NOT IN ('HELD', 'SOLD')""",
                  row -> row.getString(1)),
              "trips that have places and should have none");
          for (Offer offer :
              sql.all("SELECT " + SellerTables.OFFER + " FROM offer", SellerTables::offer)) {
            assertEquals(
                List.of(offer),
                catalogue.on(offer.service().route(), offer.service().day()).stream()
                    .filter(it -> it.id() == offer.id())
                    .toList(),
                "what searches see");
          }
          return 0;
        });
  }

  @Override
  public void close() throws DatabaseException {
    sql.close();
  }
}
