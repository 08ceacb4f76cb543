package fwq.waitingtime;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.kit.feed.FeedPositions;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rides of all parks, their last readings, and how far the topic of readings has been read. */
public final class Rides implements AutoCloseable {
  /** The file's name in the data folder. */
  public static final String FILE = "rides.db";

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
              """);

  private final Sql writer;
  private final Sql reader;

  private Rides(Sql writer, Sql reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /** Opens the file, or makes it without any ride. */
  public static Rides open(Path file) throws DatabaseException {
    Sql writer = Sql.open(file, MIGRATIONS);
    try {
      return new Rides(writer, Sql.open(file, MIGRATIONS));
    } catch (DatabaseException e) {
      writer.close();
      throw e;
    }
  }

  /**
   * Makes these the rides that there are: others go, and those that stay keep reading and status.
   *
   * @param byPark each park's rides, by the park's number
   */
  public void replace(Map<Integer, List<Ride>> byPark) throws DatabaseException {
    Set<ParkRide> gone =
        new HashSet<>(
            writer.query(
                "SELECT park, id FROM ride", row -> new ParkRide(row.getInt(1), row.getInt(2))));
    byPark.forEach((park, rides) -> rides.forEach(it -> gone.remove(new ParkRide(park, it.id()))));
    writer.change(
        () -> {
          for (Map.Entry<Integer, List<Ride>> park : byPark.entrySet()) {
            put(park.getKey(), park.getValue());
          }
          for (ParkRide ride : gone) {
            writer.update("DELETE FROM ride WHERE park = ? AND id = ?", ride.park(), ride.ride());
          }
        });
  }

  private void put(int park, List<Ride> rides) throws SQLException {
    for (Ride ride : rides) {
      writer.update(
          """
                INSERT INTO ride (park, id, key, name, position, cycle_minutes, capacity)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (park, id) DO UPDATE SET key = excluded.key, name = excluded.name,
                  position = excluded.position, cycle_minutes = excluded.cycle_minutes,
                  capacity = excluded.capacity
                """,
          park,
          ride.id(),
          ride.key(),
          ride.name(),
          ride.position().cell(),
          ride.cycleMinutes(),
          ride.capacity());
    }
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

  /** What the operator says of each ride of a park, as of now, by rising id. For any thread. */
  Map<Integer, OperatorStatus> statuses(int park) throws DatabaseException {
    Map<Integer, OperatorStatus> statuses = new LinkedHashMap<>();
    reader.query(
        "SELECT id, status FROM ride WHERE park = ? ORDER BY id",
        row -> statuses.put(row.getInt(1), OperatorStatus.valueOf(row.getString(2))),
        park);
    return statuses;
  }

  /**
   * Sets what the operator says of a ride.
   *
   * @return whether there is such a ride
   */
  boolean setStatus(ParkRide ride, OperatorStatus status) throws DatabaseException {
    return writer.transaction(
        () ->
            writer.update(
                    "UPDATE ride SET status = ? WHERE park = ? AND id = ?",
                    status.name(),
                    ride.park(),
                    ride.ride())
                == 1);
  }

  @Override
  public void close() throws DatabaseException {
    try (writer;
        reader) {
      // Both, in whatever state the other is.
    }
  }
}
