package fwq.trips.seller;

import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.SellerReply.Standing.State;
import fwq.common.talk.trips.TripJson;
import fwq.kit.json.BadMessageException;
import fwq.kit.sqlite.Sql;
import fwq.trips.offers.Offer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The statements about trips and their parts. Inside a transaction. */
final class Trips {
  /** How long a trip that came to nothing is remembered, so that a late word is refused. */
  static final Duration MEMORY = Duration.ofDays(30);

  /** The most of them that are remembered; beyond it the oldest are forgotten. */
  static final int REMEMBERED_MAX = 1_000_000;

  /** What SQLite calls a check that fails. */
  private static final int SQLITE_CONSTRAINT = 19;

  private static final String NOTHING_TAKEN = "state IN ('REFUSED', 'EXPIRED', 'CANCELLED')";

  private final Sql sql;

  /**
   * A trip.
   *
   * @param parts as it was asked for
   * @param why it was refused
   * @param until when its hold ends, in epoch milliseconds of the {@link HoldClock}
   */
  record Row(State state, String parts, Optional<Refusal> why, long until) {}

  Trips(Sql sql) {
    this.sql = sql;
  }

  /** Parts as a text that is equal where they are. */
  static String text(List<Part> parts) {
    return parts.stream()
        .sorted(Comparator.comparingLong(Part::offer))
        .map(part -> part.offer() + "*" + part.quantity() + "@" + part.price())
        .collect(Collectors.joining(" "));
  }

  long newestAt() throws SQLException {
    return sql.first("SELECT max(at) FROM trip", row -> row.getLong(1)).orElse(0L);
  }

  Optional<Row> find(UUID trip) throws SQLException {
    return sql.first(
        "SELECT state, parts, why, until FROM trip WHERE id = ?",
        row ->
            new Row(
                State.valueOf(row.getString(1)),
                row.getString(2),
                why(row.getString(3)),
                row.getLong(4)),
        trip.toString());
  }

  State state(UUID trip) throws SQLException {
    return find(trip).map(Row::state).orElse(State.UNKNOWN);
  }

  void add(UUID trip, State state, String parts, long now, long until) throws SQLException {
    sql.update(
        "INSERT INTO trip (id, state, parts, at, until) VALUES (?, ?, ?, ?, ?)",
        trip.toString(),
        state.name(),
        parts,
        now,
        until);
  }

  void move(UUID trip, State state, long now) throws SQLException {
    sql.update(
        "UPDATE trip SET state = ?, at = ? WHERE id = ?", state.name(), now, trip.toString());
  }

  void refuse(UUID trip, Refusal why) throws SQLException {
    sql.update(
        "UPDATE trip SET state = 'REFUSED', why = ? WHERE id = ?",
        new String(TripJson.write(why), StandardCharsets.UTF_8),
        trip.toString());
  }

  /** Takes the places of a part; false where the table says that there are not enough. */
  boolean take(UUID trip, Part part) throws SQLException {
    try {
      sql.update(
          "INSERT INTO part (trip, offer, quantity, price) VALUES (?, ?, ?, ?)",
          trip.toString(),
          part.offer(),
          part.quantity(),
          part.price());
      return true;
    } catch (SQLException e) {
      if ((e.getErrorCode() & 0xff) == SQLITE_CONSTRAINT) {
        return false;
      }
      throw e;
    }
  }

  /** Gives all places of a trip back; the offers as they are then. */
  List<Offer> giveBack(UUID trip) throws SQLException {
    List<Long> ids =
        sql.all("SELECT offer FROM part WHERE trip = ?", row -> row.getLong(1), trip.toString());
    sql.update("DELETE FROM part WHERE trip = ?", trip.toString());
    List<Offer> free = new ArrayList<>();
    for (long id : ids) {
      offer(id).ifPresent(free::add);
    }
    return free;
  }

  List<Offer> offers(UUID trip) throws SQLException {
    return sql.all(
        "SELECT "
            + SellerTables.OFFER
            + " FROM part JOIN offer ON offer.id = part.offer WHERE trip = ? ORDER BY offer.id",
        SellerTables::offer,
        trip.toString());
  }

  Optional<Offer> offer(long id) throws SQLException {
    return sql.first(
        "SELECT " + SellerTables.OFFER + " FROM offer WHERE id = ?", SellerTables::offer, id);
  }

  /** Changes an offer that still has this version, unless more of it is taken. */
  boolean change(long id, int version, int price, int stock) throws SQLException {
    return sql.update(
            """
            UPDATE offer SET price = ?1, stock = ?2, version = version + 1
            WHERE id = ?3 AND version = ?4 AND taken <= ?2
              AND ?1 BETWEEN 0 AND ?5 AND ?2 <= ?6""",
            price,
            stock,
            id,
            version,
            Part.PRICE_MAX,
            Offer.STOCK_MAX)
        == 1;
  }

  /** The trips whose holds are over. */
  List<UUID> heldUntil(long now) throws SQLException {
    return sql.all(
        "SELECT id FROM trip WHERE state = 'HELD' AND until <= ?",
        row -> UUID.fromString(row.getString(1)),
        now);
  }

  /** Forgets trips that came to nothing before that time, and the oldest of too many. */
  int forgetBefore(long at) throws SQLException {
    int old = sql.update("DELETE FROM trip WHERE at < ? AND " + NOTHING_TAKEN, at);
    return old
        + sql.update(
            "DELETE FROM trip WHERE id IN (SELECT id FROM trip WHERE "
                + NOTHING_TAKEN
                + " ORDER BY at DESC LIMIT -1 OFFSET ?)",
            REMEMBERED_MAX);
  }

  private static Optional<Refusal> why(String json) throws SQLException {
    try {
      return json == null
          ? Optional.empty()
          : Optional.of(TripJson.readWhy(json.getBytes(StandardCharsets.UTF_8)));
    } catch (BadMessageException e) {
      throw new SQLException("a refusal cannot be read: " + e.getMessage(), e);
    }
  }
}
