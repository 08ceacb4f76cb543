package fwq.trips.seller;

import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerReply.Standing;
import fwq.common.talk.trips.SellerRequest.Hold;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.trips.offers.Offer;
import fwq.trips.search.Catalogue;
import fwq.trips.search.Joined;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Holds places for trips, sells them and takes them back. Every word names its trip, and saying it
 * again changes nothing: what was answered is kept with the trip, until long after. Words are on
 * the disk before they are answered, those that come together in one transaction, in which the
 * holds that are over are given back first. For many threads, which take turns.
 */
final class Stall {
  /** How long places are held for a trip that is not confirmed. */
  static final Duration HOLD = Duration.ofMinutes(10);

  private final Sql sql;
  private final Catalogue catalogue;
  private final InstantSource wall;
  private final HoldClock clock;
  private final Trips trips;
  private final Turns<Work, SellerReply> turns = new Turns<>(this::commit);

  /**
   * Goes on from what is in the tables.
   *
   * @param catalogue what searches see; told of each change
   * @param nanoTime such as {@code System::nanoTime}
   */
  Stall(Sql sql, Catalogue catalogue, InstantSource wall, LongSupplier nanoTime)
      throws DatabaseException {
    this.sql = sql;
    this.catalogue = catalogue;
    this.wall = wall;
    this.trips = new Trips(sql);
    this.clock = new HoldClock(wall, nanoTime, sql.transaction(() -> trips.newestAt()));
  }

  /** Some statements that may change offers. */
  @FunctionalInterface
  private interface Work {
    SellerReply run(long now, List<Offer> changed) throws SQLException;
  }

  /** Holds all these places, or none. */
  SellerReply hold(Hold it) throws DatabaseException {
    String parts = Trips.text(it.parts());
    return change(
        (now, changed) -> {
          Optional<Trips.Row> before = trips.find(it.trip());
          if (before.isPresent()) {
            return again(it.trip(), before.get(), parts, now);
          }
          long until = now + HOLD.toMillis();
          trips.add(it.trip(), Standing.State.HELD, parts, now, until);
          Optional<Refusal> no = take(it.trip(), it.parts());
          if (no.isPresent()) {
            trips.giveBack(it.trip());
            trips.refuse(it.trip(), no.get());
            return new SellerReply.Refused(no.get());
          }
          List<Offer> held = trips.offers(it.trip());
          changed.addAll(held);
          return held(held, until, now);
        });
  }

  /** The answer to a hold for a trip that is known. */
  private SellerReply again(UUID trip, Trips.Row before, String parts, long now)
      throws SQLException {
    return switch (before.state()) {
      case CANCELLED, UNKNOWN -> new SellerReply.Refused(new Refusal.Expired());
      case HELD, SOLD, REFUSED, EXPIRED -> {
        if (!before.parts().equals(parts)) {
          yield new SellerReply.Refused(new Refusal.Differs());
        }
        yield switch (before.state()) {
          case HELD -> held(trips.offers(trip), before.until(), now);
          case SOLD -> held(trips.offers(trip), now, now);
          case REFUSED -> new SellerReply.Refused(before.why().orElseThrow());
          case EXPIRED, CANCELLED, UNKNOWN -> new SellerReply.Refused(new Refusal.Expired());
        };
      }
    };
  }

  private static SellerReply held(List<Offer> offers, long until, long now) {
    return new SellerReply.Held((int) ((until - now) / 1_000), Joined.all(offers));
  }

  private Optional<Refusal> take(UUID trip, List<Part> parts) throws SQLException {
    for (Part part : parts) {
      Optional<Offer> offer = trips.offer(part.offer());
      if (offer.isEmpty() || !offer.get().goodUntil().isAfter(wall.instant())) {
        return Optional.of(new Refusal.Expired());
      }
      if (offer.get().price() != part.price()) {
        return Optional.of(new Refusal.PriceChanged(part.offer(), offer.get().price()));
      }
      if (!trips.take(trip, part)) {
        return Optional.of(new Refusal.SoldOut(part.offer(), offer.get().left()));
      }
    }
    return Optional.empty();
  }

  /** Sells what is held. */
  SellerReply confirm(UUID trip) throws DatabaseException {
    return change(
        (now, _) ->
            switch (trips.state(trip)) {
              case HELD -> {
                trips.move(trip, Standing.State.SOLD, now);
                yield new SellerReply.Confirmed();
              }
              case SOLD -> new SellerReply.Confirmed();
              case UNKNOWN, REFUSED, EXPIRED, CANCELLED ->
                  new SellerReply.Refused(new Refusal.Expired());
            });
  }

  /** Takes back what is held or sold, and lets no hold for this trip come after. */
  SellerReply cancel(UUID trip) throws DatabaseException {
    return change(
        (now, changed) -> {
          switch (trips.state(trip)) {
            case UNKNOWN -> trips.add(trip, Standing.State.CANCELLED, "", now, now);
            case HELD, SOLD, REFUSED, EXPIRED -> {
              changed.addAll(trips.giveBack(trip));
              trips.move(trip, Standing.State.CANCELLED, now);
            }
            case CANCELLED -> {}
          }
          return new SellerReply.Cancelled();
        });
  }

  /** How a trip stands. */
  SellerReply status(UUID trip) throws DatabaseException {
    return change((_, _) -> new Standing(trips.state(trip)));
  }

  /** An offer as it is, if there is one. */
  synchronized Optional<Offer> look(long id) throws DatabaseException {
    return sql.transaction(() -> trips.offer(id));
  }

  /**
   * Changes an offer that nobody has changed since that version.
   *
   * @return what it is now; nothing where it has another version, or more is taken than the stock
   */
  synchronized Optional<Offer> change(long id, int version, int price, int stock)
      throws DatabaseException {
    Optional<Offer> now =
        sql.transaction(
            () -> trips.change(id, version, price, stock) ? trips.offer(id) : Optional.empty());
    now.ifPresent(offer -> catalogue.put(List.of(offer)));
    return now;
  }

  /** Gives back what was held too long, when nobody says anything. */
  void sweep() throws DatabaseException {
    var _ = change((_, _) -> new SellerReply.Cancelled());
  }

  /** Forgets what nobody asks for any more. */
  synchronized void forgetOld() throws DatabaseException {
    sql.transaction(() -> trips.forgetBefore(clock.millis() - Trips.MEMORY.toMillis()));
  }

  private SellerReply change(Work work) throws DatabaseException {
    return turns.take(work);
  }

  private synchronized List<SellerReply> commit(List<Work> words) throws DatabaseException {
    List<Offer> changed = new ArrayList<>();
    List<SellerReply> replies =
        sql.transaction(
            () -> {
              long now = clock.millis();
              for (UUID over : trips.heldUntil(now)) {
                changed.addAll(trips.giveBack(over));
                trips.move(over, Standing.State.EXPIRED, now);
              }
              List<SellerReply> all = new ArrayList<>();
              for (Work word : words) {
                all.add(word.run(now, changed));
              }
              return all;
            });
    catalogue.put(changed);
    return replies;
  }
}
