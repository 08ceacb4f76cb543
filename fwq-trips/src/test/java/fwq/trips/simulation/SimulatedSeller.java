package fwq.trips.simulation;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import fwq.kit.sqlite.DatabaseException;
import fwq.trips.offers.DayOffers;
import fwq.trips.offers.Offer;
import fwq.trips.seller.SimulatedTables;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** A seller with the real tables, kept in memory, and a few scarce offers. */
final class SimulatedSeller implements AutoCloseable {
  static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
  private static final Town HOME = Towns.find("ALC").orElseThrow();

  private final List<Offer> offers;
  private final SimulatedTables tables;

  SimulatedSeller(Leg leg, int offers, int stock, InstantSource wall, LongSupplier nanoTime)
      throws DatabaseException {
    this.offers =
        DayOffers.of(leg, 7, HOME).on(DAY).stream()
            .limit(offers)
            .map(it -> Offer.fresh(it.id(), it.service(), it.price(), stock))
            .toList();
    this.tables = new SimulatedTables(this.offers, wall, nanoTime);
  }

  /** Places of one or two of its offers. */
  List<Part> parts(RandomGenerator random) {
    int first = random.nextInt(offers.size());
    int count = random.nextInt(1, Math.min(3, offers.size() - first + 1));
    int quantity = random.nextInt(1, 4);
    return offers.subList(first, first + count).stream()
        .map(offer -> new Part(offer.id(), quantity, offer.price()))
        .toList();
  }

  SellerReply hear(SellerRequest request) throws DatabaseException {
    return tables.hear(request);
  }

  /** It was killed: what is committed is there, and nothing else. */
  void restart() throws DatabaseException {
    tables.restart();
  }

  /** Whether this trip has sold places here. */
  boolean hasSold(UUID trip) throws DatabaseException {
    return tables
        .hear(new SellerRequest.Status(trip))
        .equals(new SellerReply.Standing(SellerReply.Standing.State.SOLD));
  }

  int placesOf(UUID trip) throws DatabaseException {
    return tables.placesOf(trip);
  }

  /** Fails where more is held and sold than there is, or the table says something else. */
  void check() throws DatabaseException {
    tables.check();
  }

  @Override
  public void close() throws DatabaseException {
    tables.close();
  }
}
