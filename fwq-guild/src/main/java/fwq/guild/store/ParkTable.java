package fwq.guild.store;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.Delivery;
import fwq.common.talk.guild.Need;
import fwq.common.talk.guild.Sighting;
import fwq.guild.rules.Application;
import fwq.guild.rules.Cart;
import fwq.guild.rules.ParkState;
import fwq.guild.rules.Tally;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A park's guild as its rules left it. */
public final class ParkTable {
  private final Sql sql;
  private final int park;
  private ParkState stored = ParkState.empty();

  /** The table of one park, over the connection that writes. */
  public ParkTable(Sql sql, int park) {
    this.sql = sql;
    this.park = park;
  }

  /** What is stored; an empty park's where nothing is. */
  public ParkState load() throws DatabaseException {
    List<Numbers> numbers =
        sql.query(
            "SELECT time, sitting, last_sale, batches, second, reports, date, zone FROM park"
                + " WHERE park = ?",
            Numbers::read,
            park);
    if (numbers.isEmpty()) {
      // There may be applications that nobody has written to the log yet; they are none of it.
      return ParkState.empty();
    }
    Optional<LocalDate> date = numbers.getFirst().date();
    stored =
        new ParkState(
            numbers.getFirst().clock(),
            date,
            numbers.getFirst().zone(),
            ApplicationRow.all(sql, park),
            sql.query("SELECT * FROM cart WHERE park = ?", ParkTable::cart, park),
            sql.query("SELECT * FROM need WHERE park = ? ORDER BY number", ParkTable::need, park),
            sql.query(
                "SELECT * FROM delivery WHERE park = ? ORDER BY number", ParkTable::delivery, park),
            sql.query(
                "SELECT * FROM sighting WHERE park = ? ORDER BY number", ParkTable::sighting, park),
            date.isEmpty() ? List.of() : tallies(sql, park, date.get()));
    return stored;
  }

  /** What was sold on a day. */
  public static List<Tally> tallies(Sql sql, int park, LocalDate date) throws DatabaseException {
    return sql.query(
        "SELECT plate, kind, name, sales, sold FROM tally WHERE park = ? AND date = ?",
        row ->
            new Tally(
                date,
                new Plate(row.getString(1)),
                Tally.Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                row.getLong(5)),
        park,
        date.toString());
  }

  /** Stores what has changed, as part of a transaction that is under way. */
  public void store(ParkState changes) throws SQLException {
    ParkState.Clock clock = changes.clock();
    sql.update(
        "INSERT OR REPLACE INTO park (park, time, sitting, last_sale, batches, second, reports,"
            + " date, zone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        park,
        clock.time(),
        clock.sitting(),
        clock.lastSale(),
        clock.batches(),
        clock.second(),
        clock.reports(),
        changes.date().map(LocalDate::toString).orElse(null),
        changes.zone().map(ZoneId::getId).orElse(null));
    for (Application application : changes.applications()) {
      ApplicationRow.store(sql, application);
    }
    if (!changes.date().equals(stored.date())) {
      ApplicationRow.forget(sql, park, clock.time());
    }
    if (!changes.carts().equals(stored.carts())) {
      storeCarts(changes.carts());
    }
    if (!changes.needs().equals(stored.needs())) {
      storeNeeds(changes.needs());
    }
    if (!changes.deliveries().equals(stored.deliveries())) {
      storeDeliveries(changes.deliveries());
    }
    if (!changes.sightings().equals(stored.sightings())) {
      storeSightings(changes.sightings());
    }
    storeTallies(changes.tallies());
    stored = changes;
  }

  private void storeCarts(List<Cart> carts) throws SQLException {
    sql.update("DELETE FROM cart WHERE park = ?", park);
    for (Cart it : carts) {
      sql.update(
          "INSERT INTO cart (park, plate, mark, at, heard_at, excused_millis, position, is_there,"
              + " stock, odd_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          park,
          it.plate().text(),
          it.mark(),
          it.at(),
          it.heardAt(),
          it.excusedMillis(),
          it.place().map(Position::cell).orElse(null),
          it.isThere() ? 1 : 0,
          it.stock(),
          it.oddAt());
    }
  }

  private static Cart cart(ResultSet row) throws SQLException {
    int cell = row.getInt("position");
    return new Cart(
        new Plate(row.getString("plate")),
        row.getString("mark"),
        row.getLong("at"),
        row.getLong("heard_at"),
        row.getLong("excused_millis"),
        row.wasNull() ? Optional.empty() : Optional.of(Position.ofCell(cell)),
        row.getInt("is_there") == 1,
        row.getInt("stock"),
        row.getLong("odd_at"));
  }

  private void storeNeeds(List<Need> needs) throws SQLException {
    sql.update("DELETE FROM need WHERE park = ?", park);
    int number = 0;
    for (Need it : needs) {
      sql.update(
          "INSERT INTO need (number, park, plate, pieces, since) VALUES (?, ?, ?, ?, ?)",
          number++,
          park,
          it.plate().text(),
          it.pieces(),
          it.since());
    }
  }

  private static Need need(ResultSet row) throws SQLException {
    return new Need(new Plate(row.getString("plate")), row.getInt("pieces"), row.getLong("since"));
  }

  private void storeDeliveries(List<Delivery> deliveries) throws SQLException {
    sql.update("DELETE FROM delivery WHERE park = ?", park);
    int number = 0;
    for (Delivery it : deliveries) {
      sql.update(
          "INSERT INTO delivery (number, park, batch, plate, pieces, ordered_at, due_at,"
              + " delivered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          number++,
          park,
          it.batch(),
          it.plate().text(),
          it.pieces(),
          it.orderedAt(),
          it.dueAt(),
          it.deliveredAt().isPresent() ? it.deliveredAt().getAsLong() : null);
    }
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    long deliveredAt = row.getLong("delivered_at");
    OptionalLong arrived = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(deliveredAt);
    return new Delivery(
        row.getLong("batch"),
        new Plate(row.getString("plate")),
        row.getInt("pieces"),
        row.getLong("ordered_at"),
        row.getLong("due_at"),
        arrived);
  }

  private void storeSightings(List<Sighting> sightings) throws SQLException {
    sql.update("DELETE FROM sighting WHERE park = ?", park);
    int number = 0;
    for (Sighting it : sightings) {
      sql.update(
          "INSERT INTO sighting (park, number, position, count, first_at, last_at)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          park,
          number++,
          it.position().cell(),
          it.count(),
          it.firstAt(),
          it.lastAt());
    }
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    return new Sighting(
        Position.ofCell(row.getInt("position")),
        row.getInt("count"),
        row.getLong("first_at"),
        row.getLong("last_at"));
  }

  private void storeTallies(List<Tally> tallies) throws SQLException {
    for (Tally it : tallies) {
      sql.update(
          "INSERT INTO tally (park, date, plate, kind, name, sales, sold)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)"
              + " ON CONFLICT (park, date, plate, kind, name)"
              + " DO UPDATE SET sales = excluded.sales, sold = excluded.sold",
          park,
          it.date().toString(),
          it.plate().text(),
          it.kind().name(),
          it.name(),
          it.sales(),
          it.sold());
    }
  }

  /** The park's row. */
  private record Numbers(ParkState.Clock clock, Optional<LocalDate> date, Optional<ZoneId> zone) {
    static Numbers read(ResultSet row) throws SQLException {
      return new Numbers(
          new ParkState.Clock(
              row.getLong(1),
              row.getLong(2),
              row.getLong(3),
              row.getLong(4),
              row.getLong(5),
              row.getInt(6)),
          Optional.ofNullable(row.getString(7)).map(LocalDate::parse),
          Optional.ofNullable(row.getString(8)).map(ZoneId::of));
    }
  }
}
