package fwq.trips.agency;

import fwq.common.talk.trips.AgencyReply.Line;
import fwq.common.talk.trips.AgencyReply.Refused;
import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.AgencyReply.Trips;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.TripJson;
import fwq.kit.json.BadMessageException;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An agency's trips, one durable row each. A row says which step a trip is in, and is written
 * before the first word of that step is said.
 */
record TripLog(Sql sql) {
  /** How long after a trip its traveller's name is kept, and what came to nothing at all. */
  static final int DAYS_KEPT = 30;

  /** The most trips that came to nothing that are remembered. */
  static final int REMEMBERED_MAX = 1_000_000;

  static final List<String> MIGRATIONS =
      List.of(
          """
          CREATE TABLE trip (
            id TEXT PRIMARY KEY,
            alias TEXT COLLATE NOCASE,
            traveller TEXT,
            legs BLOB NOT NULL,
            total INTEGER NOT NULL,
            state TEXT NOT NULL
              CHECK (state IN ('HOLDING', 'CONFIRMING', 'BOOKED', 'CANCELLING', 'CANCELLED')),
            leg TEXT,
            why TEXT,
            created_at INTEGER NOT NULL,
            created_day INTEGER NOT NULL,
            first_day INTEGER,
            last_day INTEGER
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX trip_by_alias ON trip (alias, created_at) WHERE alias IS NOT NULL;
          CREATE INDEX trip_by_state ON trip (state, created_at);
          """);

  private static final String ROW = "id, legs, state, leg, why, total, created_at";

  /** Keeps a trip that is new; the row as it is, of an earlier time if it is not. */
  TripRow begin(TripRow row, String traveller, Optional<String> alias, LocalDate today)
      throws DatabaseException {
    return sql.transaction(
        () -> {
          sql.update(
              """
              INSERT INTO trip
                (id, alias, traveller, legs, total, state, leg, why, created_at, created_day)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
              row.trip().toString(),
              alias.orElse(null),
              traveller,
              TripJson.write(row.legs()),
              row.total(),
              row.state().name(),
              leg(row),
              why(row),
              row.createdAt(),
              today.toEpochDay());
          return read(row.trip()).orElseThrow();
        });
  }

  /** Keeps what a trip is now. */
  void move(TripRow row) throws DatabaseException {
    Sql.Work<Integer> move =
        () ->
            sql.update(
                """
                UPDATE trip SET legs = ?, state = ?, leg = ?, why = ?, first_day = ?, last_day = ?
                WHERE id = ?""",
                TripJson.write(row.legs()),
                row.state().name(),
                leg(row),
                why(row),
                row.firstDay().map(LocalDate::toEpochDay).orElse(null),
                row.lastDay().map(LocalDate::toEpochDay).orElse(null),
                row.trip().toString());
    // What a power cut takes of an end comes again: its last words are said once more, to sellers
    // who have done them already.
    int _ = row.isOver() ? sql.transactionWithoutSync(move) : sql.transaction(move);
  }

  Optional<TripRow> find(UUID trip) throws DatabaseException {
    return sql.alone(() -> read(trip));
  }

  private Optional<TripRow> read(UUID trip) throws SQLException {
    return sql.first("SELECT " + ROW + " FROM trip WHERE id = ?", TripLog::row, trip.toString());
  }

  /** The trips that are neither booked nor cancelled yet. */
  List<TripRow> unfinished() throws DatabaseException {
    return sql.alone(
        () ->
            sql.all(
                "SELECT "
                    + ROW
                    + " FROM trip WHERE state IN ('HOLDING', 'CONFIRMING', 'CANCELLING')",
                TripLog::row));
  }

  /** The newest trips of a guest. */
  Trips of(String alias, String currency) throws DatabaseException {
    return new Trips(
        sql.alone(
            () ->
                sql.all(
                    """
                    SELECT id, state, total, first_day FROM trip WHERE alias = ?
                    ORDER BY created_at DESC LIMIT ?""",
                    row -> {
                      long day = row.getLong(4);
                      return new Line(
                          UUID.fromString(row.getString(1)),
                          State.valueOf(row.getString(2)),
                          row.getLong(3),
                          currency,
                          row.wasNull()
                              ? Optional.empty()
                              : Optional.of(LocalDate.ofEpochDay(day)));
                    },
                    alias,
                    Trips.TRIPS_MAX)));
  }

  /** Forgets names of travellers who are long back, and trips that came to nothing. */
  void forget(LocalDate today) throws DatabaseException {
    long day = today.minusDays(DAYS_KEPT).toEpochDay();
    sql.transaction(
        () ->
            sql.update(
                    """
                    UPDATE trip SET traveller = NULL
                    WHERE traveller IS NOT NULL AND coalesce(last_day, created_day) < ?""",
                    day)
                + sql.update("DELETE FROM trip WHERE state = 'CANCELLED' AND created_day < ?", day)
                + sql.update(
                    """
                    DELETE FROM trip WHERE id IN (
                      SELECT id FROM trip WHERE state = 'CANCELLED'
                      ORDER BY created_at DESC LIMIT -1 OFFSET ?)""",
                    REMEMBERED_MAX));
  }

  private static String leg(TripRow row) {
    return row.refused().flatMap(Refused::leg).map(Leg::name).orElse(null);
  }

  private static String why(TripRow row) {
    return row.refused()
        .map(it -> new String(TripJson.write(it.why()), StandardCharsets.UTF_8))
        .orElse(null);
  }

  private static TripRow row(ResultSet row) throws SQLException {
    try {
      String why = row.getString(5);
      return new TripRow(
          UUID.fromString(row.getString(1)),
          TripJson.readBookings(row.getBytes(2)),
          State.valueOf(row.getString(3)),
          why == null
              ? Optional.empty()
              : Optional.of(
                  new Refused(
                      Optional.ofNullable(row.getString(4)).map(Leg::valueOf),
                      TripJson.readWhy(why.getBytes(StandardCharsets.UTF_8)))),
          row.getLong(6),
          row.getLong(7));
    } catch (BadMessageException e) {
      throw new SQLException("a trip cannot be read: " + e.getMessage(), e);
    }
  }
}
