package fwq.trips.seller;

import fwq.common.talk.trips.ServiceJson;
import fwq.kit.json.BadMessageException;
import fwq.trips.offers.Offer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A seller's tables, which forbid by themselves that more is taken than there is: whatever a
 * program does, {@code taken} is the sum of the parts of all trips, and never above {@code stock}.
 */
final class SellerTables {
  /**
   * Needs {@code PRAGMA recursive_triggers}: without it a row that {@code OR REPLACE} pushes out
   * goes without its trigger.
   */
  static final String GUARD = "PRAGMA recursive_triggers = ON";

  static final List<String> MIGRATIONS =
      List.of(
          """
          CREATE TABLE offer (
            id INTEGER PRIMARY KEY,
            day INTEGER NOT NULL,
            service BLOB NOT NULL,
            price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 10000000),
            stock INTEGER NOT NULL CHECK (stock BETWEEN 0 AND 1000),
            taken INTEGER NOT NULL DEFAULT 0,
            version INTEGER NOT NULL DEFAULT 0,
            good_until INTEGER NOT NULL,
            CHECK (taken BETWEEN 0 AND stock)
          ) STRICT;
          CREATE INDEX offer_by_day ON offer (day);
          CREATE TABLE day (day INTEGER PRIMARY KEY) STRICT;

          CREATE TABLE trip (
            id TEXT PRIMARY KEY,
            state TEXT NOT NULL
              CHECK (state IN ('HELD', 'SOLD', 'REFUSED', 'EXPIRED', 'CANCELLED')),
            parts TEXT NOT NULL,
            why TEXT,
            at INTEGER NOT NULL,
            until INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX trip_by_end ON trip (until) WHERE state = 'HELD';
          CREATE INDEX trip_by_age ON trip (at);

          CREATE TABLE part (
            trip TEXT NOT NULL REFERENCES trip (id),
            offer INTEGER NOT NULL REFERENCES offer (id),
            quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 9),
            price INTEGER NOT NULL,
            PRIMARY KEY (trip, offer)
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX part_by_offer ON part (offer);

          CREATE TRIGGER part_takes AFTER INSERT ON part BEGIN
            UPDATE offer SET taken = taken + NEW.quantity WHERE id = NEW.offer;
          END;
          CREATE TRIGGER part_gives_back AFTER DELETE ON part BEGIN
            UPDATE offer SET taken = taken - OLD.quantity WHERE id = OLD.offer;
          END;
          CREATE TRIGGER part_stays BEFORE UPDATE ON part BEGIN
            SELECT RAISE (ABORT, 'a part is inserted or deleted, never changed');
          END;
          CREATE TRIGGER taken_is_the_sum AFTER UPDATE OF taken ON offer
          WHEN NEW.taken <> (SELECT coalesce(sum(quantity), 0) FROM part WHERE offer = NEW.id)
          BEGIN
            SELECT RAISE (ABORT, 'taken changes with the parts alone');
          END;
          CREATE TRIGGER offer_begins_free BEFORE INSERT ON offer WHEN NEW.taken <> 0 BEGIN
            SELECT RAISE (ABORT, 'taken changes with the parts alone');
          END;
          CREATE TRIGGER offer_ends_free BEFORE DELETE ON offer WHEN OLD.taken <> 0 BEGIN
            SELECT RAISE (ABORT, 'places of this offer are taken');
          END;
          """);

  /** What {@link #offer} reads. */
  static final String OFFER = "offer.id, service, offer.price, stock, taken, version, good_until";

  private SellerTables() {}

  static Offer offer(ResultSet row) throws SQLException {
    try {
      return new Offer(
          row.getLong(1),
          ServiceJson.readService(row.getBytes(2)),
          row.getInt(3),
          row.getInt(4),
          row.getInt(5),
          row.getInt(6),
          Instant.ofEpochSecond(row.getLong(7)));
    } catch (BadMessageException e) {
      throw new SQLException("an offer cannot be read: " + e.getMessage(), e);
    }
  }
}
