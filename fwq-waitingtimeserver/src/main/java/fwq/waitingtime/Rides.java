package fwq.waitingtime;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.kit.feed.FeedPositions;
import fwq.kit.sqlite.Checkpoints;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rides of all parks, their last readings, and how far the topic of readings has been read. */
public final class Rides implements AutoCloseable {
  /** The file's name in the data folder. */
  public static final String FILE = "rides.db";

  private static final Logger LOG = LoggerFactory.getLogger(Rides.class);

  private static final List<String> MIGRATIONS =
      List.of(
          """
          CREATE TABLE ride (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            cycle_minutes INTEGER NOT NULL,
            capacity INTEGER NOT NULL,
            queue INTEGER,
            read_at INTEGER,
            status TEXT NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'DOWN', 'CLOSED'))
          ) STRICT;
          CREATE TABLE feed_offset (
            partition INTEGER PRIMARY KEY,
            next_offset INTEGER NOT NULL
          ) STRICT;
          """,
          // What was there before is park 0. SQLite cannot give a table another key, so it is made
          // anew.
          """
          CREATE TABLE ride_of_park (
            park INTEGER NOT NULL,
            id INTEGER NOT NULL,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            cycle_minutes INTEGER NOT NULL,
            capacity INTEGER NOT NULL,
            queue INTEGER,
            read_at INTEGER,
            status TEXT NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'DOWN', 'CLOSED')),
            PRIMARY KEY (park, id)
          ) STRICT;
          INSERT INTO ride_of_park
            SELECT 0, id, key, name, position, cycle_minutes, capacity, queue, read_at, status
            FROM ride;
          DROP TABLE ride;
          ALTER TABLE ride_of_park RENAME TO ride;
          """,
          FeedPositions.MIGRATION
              + """
              INSERT INTO feed_position SELECT 'SD', partition, '', next_offset FROM feed_offset;
              DROP TABLE feed_offset;
              """,
          "ALTER TABLE ride ADD COLUMN signed_at INTEGER;");

  private static final Past NEW = new Past(null, null, "OPEN", null);

  private final Sql writer;

  private Rides(Sql writer) {
    this.writer = writer;
  }

  /** Opens the file, or makes it without any ride. */
  public static Rides open(Path file) throws DatabaseException {
    return new Rides(Sql.open(file, MIGRATIONS));
  }

  /** Keeps the file itself near to what is committed, for who copies it alone. */
  static Checkpoints checkpoints(Path file) throws DatabaseException {
    return Checkpoints.start(Sql.open(file, MIGRATIONS));
  }

  /** What belongs to a ride whatever its number. */
  private record Past(Integer queue, Long readAt, String status, Long signedAt) {}

  /**
   * Makes these the rides that there are: others go, and those that stay keep reading and status. A
   * ride is known by its key, since a number may be given to another.
   *
   * @param byPark each park's rides, by the park's number
   */
  public void replace(Map<Integer, List<Ride>> byPark) throws DatabaseException {
    writer.change(
        () -> {
          Map<Integer, Map<String, Past>> pasts = new HashMap<>();
          writer.all(
              "SELECT park, key, queue, read_at, status, signed_at FROM ride",
              row ->
                  pasts
                      .computeIfAbsent(row.getInt(1), _ -> new HashMap<>())
                      .put(
                          row.getString(2),
                          new Past(
                              (Integer) row.getObject(3),
                              number(row, 4),
                              row.getString(5),
                              number(row, 6))));
          writer.update("DELETE FROM ride");
          for (Map.Entry<Integer, List<Ride>> park : byPark.entrySet()) {
            Map<String, Past> its = pasts.getOrDefault(park.getKey(), Map.of());
            for (Ride ride : park.getValue()) {
              put(park.getKey(), ride, its.getOrDefault(ride.key(), NEW));
            }
          }
        });
  }

  private void put(int park, Ride ride, Past past) throws SQLException {
    writer.update(
        """
        INSERT INTO ride
          (park, id, key, name, position, cycle_minutes, capacity, queue, read_at, status,
           signed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        park,
        ride.id(),
        ride.key(),
        ride.name(),
        ride.position().cell(),
        ride.cycleMinutes(),
        ride.capacity(),
        past.queue(),
        past.readAt(),
        past.status(),
        past.signedAt());
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    return row.getObject(column) == null ? null : row.getLong(column);
  }

  /** The rides of each park that has any, by rising id. */
  SortedMap<Integer, List<Ride>> byPark() throws DatabaseException {
    SortedMap<Integer, List<Ride>> byPark = new TreeMap<>();
    writer.query(
        """
        SELECT park, id, key, name, position, cycle_minutes, capacity FROM ride ORDER BY park, id
        """,
        row ->
            byPark
                .computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                .add(
                    new Ride(
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        Position.ofCell(row.getInt(5)),
                        row.getInt(6),
                        row.getInt(7))));
    return byPark;
  }

  /** The last reading of each ride that ever had one. */
  Map<ParkRide, LastReading> readings() throws DatabaseException {
    Map<ParkRide, LastReading> readings = new HashMap<>();
    writer.query(
        "SELECT park, id, queue, read_at FROM ride WHERE read_at IS NOT NULL",
        row ->
            readings.put(
                new ParkRide(row.getInt(1), row.getInt(2)),
                new LastReading(row.getInt(3), row.getLong(4))));
    return readings;
  }

  /** What each ride's sensor that ever signed a reading signed last, in epoch milliseconds. */
  Map<ParkRide, Long> signedAt() throws DatabaseException {
    Map<ParkRide, Long> signedAt = new HashMap<>();
    writer.query(
        "SELECT park, id, signed_at FROM ride WHERE signed_at IS NOT NULL",
        row -> signedAt.put(new ParkRide(row.getInt(1), row.getInt(2)), row.getLong(3)));
    return signedAt;
  }

  /** Stores what a ride's sensor has signed. Inside a transaction. */
  void storeSigned(ParkRide ride, long at) throws SQLException {
    writer.update(
        "UPDATE ride SET signed_at = ? WHERE park = ? AND id = ?", at, ride.park(), ride.ride());
  }

  /** Its sensor has signed nothing; whether it had. */
  boolean forgetSigned(ParkRide ride) throws DatabaseException {
    return writer.transaction(
        () ->
            writer.update(
                    "UPDATE ride SET signed_at = NULL"
                        + " WHERE park = ? AND id = ? AND signed_at IS NOT NULL",
                    ride.park(),
                    ride.ride())
                > 0);
  }

  /** The connection that a feed of readings writes with. */
  public Sql sql() {
    return writer;
  }

  /** Stores a ride's reading. Inside a transaction. */
  void store(ParkRide ride, LastReading reading) throws SQLException {
    writer.update(
        "UPDATE ride SET queue = ?, read_at = ? WHERE park = ? AND id = ?",
        reading.people(),
        reading.at(),
        ride.park(),
        ride.ride());
  }

  /**
   * What an operator said of rides before there was a record for it: only those that do not run.
   */
  Map<ParkRide, RideState> oldWords() throws DatabaseException {
    Map<ParkRide, RideState> words = new LinkedHashMap<>();
    writer.query(
        "SELECT park, id, status FROM ride WHERE status <> 'OPEN' ORDER BY park, id",
        row ->
            words.put(
                new ParkRide(row.getInt(1), row.getInt(2)), RideState.valueOf(row.getString(3))));
    return words;
  }

  /** What was said of a ride that no park was told yet; nothing where that cannot be read. */
  Optional<RideState> untold(ParkRide ride) {
    try {
      return Optional.ofNullable(oldWords().get(ride));
    } catch (DatabaseException e) {
      LOG.warn("what operators said of rides cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** They are said by now. */
  void forgetOldWords() throws DatabaseException {
    writer.change(() -> writer.update("UPDATE ride SET status = 'OPEN' WHERE status <> 'OPEN'"));
  }

  @Override
  public void close() throws DatabaseException {
    writer.close();
  }
}
