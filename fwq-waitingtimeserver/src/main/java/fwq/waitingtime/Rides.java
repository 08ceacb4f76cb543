package fwq.waitingtime;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.sqlite.Database;
import fwq.common.sqlite.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The park's rides, their last readings, and how far the topic of readings has been read: the file
 * {@code rides.db}. One thread writes; any may ask for the operator's statuses.
 */
final class Rides implements AutoCloseable {
  /** The file's name in the data folder. */
  static final String FILE = "rides.db";

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
          """);

  private final Path file;
  private final Connection writer;
  private final Connection reader;

  private Rides(Path file, Connection writer, Connection reader) {
    this.file = file;
    this.writer = writer;
    this.reader = reader;
  }

  /** Opens the file, or makes it without any ride. */
  static Rides open(Path file) throws DatabaseException {
    Connection writer = Database.open(file, MIGRATIONS);
    try {
      return new Rides(file, writer, Database.open(file, MIGRATIONS));
    } catch (DatabaseException e) {
      try {
        writer.close();
      } catch (SQLException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  /** Makes these the park's rides: others go, and those that stay keep reading and status. */
  void replace(List<Ride> rides) throws DatabaseException {
    transaction(
        () -> {
          try (PreparedStatement upsert =
                  writer.prepareStatement(
                      """
                      INSERT INTO ride (id, key, name, position, cycle_minutes, capacity)
                      VALUES (?, ?, ?, ?, ?, ?)
                      ON CONFLICT (id) DO UPDATE SET key = excluded.key, name = excluded.name,
                        position = excluded.position, cycle_minutes = excluded.cycle_minutes,
                        capacity = excluded.capacity
                      """);
              PreparedStatement delete = writer.prepareStatement("DELETE FROM ride WHERE id = ?")) {
            for (Ride ride : rides) {
              upsert.setInt(1, ride.id());
              upsert.setString(2, ride.key());
              upsert.setString(3, ride.name());
              upsert.setInt(4, ride.position().cell());
              upsert.setInt(5, ride.cycleMinutes());
              upsert.setInt(6, ride.capacity());
              upsert.executeUpdate();
            }
            List<Integer> kept = rides.stream().map(Ride::id).toList();
            for (int id : select("SELECT id FROM ride", row -> row.getInt(1))) {
              if (!kept.contains(id)) {
                delete.setInt(1, id);
                delete.executeUpdate();
              }
            }
          }
        });
  }

  /** Every ride, by rising id. */
  List<Ride> all() throws DatabaseException {
    return explained(
        () ->
            select(
                "SELECT id, key, name, position, cycle_minutes, capacity FROM ride ORDER BY id",
                row ->
                    new Ride(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        Position.ofCell(row.getInt(4)),
                        row.getInt(5),
                        row.getInt(6))));
  }

  /** The last reading of each ride that ever had one. */
  Map<Integer, LastReading> readings() throws DatabaseException {
    Map<Integer, LastReading> readings = new HashMap<>();
    explained(
        () ->
            select(
                "SELECT id, queue, read_at FROM ride WHERE read_at IS NOT NULL",
                row ->
                    readings.put(row.getInt(1), new LastReading(row.getInt(2), row.getLong(3)))));
    return readings;
  }

  /** The first offset not yet read, by partition; nothing for partitions never read. */
  Map<Integer, Long> nextOffsets() throws DatabaseException {
    Map<Integer, Long> offsets = new HashMap<>();
    explained(
        () ->
            select(
                "SELECT partition, next_offset FROM feed_offset",
                row -> offsets.put(row.getInt(1), row.getLong(2))));
    return offsets;
  }

  /** Keeps readings together with how far the topic was read to get them: both or neither. */
  void store(Map<Integer, LastReading> changed, Map<Integer, Long> nextOffsets)
      throws DatabaseException {
    transaction(
        () -> {
          try (PreparedStatement reading =
                  writer.prepareStatement("UPDATE ride SET queue = ?, read_at = ? WHERE id = ?");
              PreparedStatement offset =
                  writer.prepareStatement(
                      """
                      INSERT INTO feed_offset (partition, next_offset) VALUES (?, ?)
                      ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset
                      """)) {
            for (Map.Entry<Integer, LastReading> entry : changed.entrySet()) {
              reading.setInt(1, entry.getValue().people());
              reading.setLong(2, entry.getValue().at());
              reading.setInt(3, entry.getKey());
              reading.executeUpdate();
            }
            for (Map.Entry<Integer, Long> entry : nextOffsets.entrySet()) {
              offset.setInt(1, entry.getKey());
              offset.setLong(2, entry.getValue());
              offset.executeUpdate();
            }
          }
        });
  }

  /** What the operator says of each ride, as of now, by rising id. For any thread. */
  Map<Integer, OperatorStatus> statuses() throws DatabaseException {
    Map<Integer, OperatorStatus> statuses = new LinkedHashMap<>();
    synchronized (reader) {
      explained(
          () ->
              rows(
                  reader,
                  "SELECT id, status FROM ride ORDER BY id",
                  row -> statuses.put(row.getInt(1), OperatorStatus.valueOf(row.getString(2)))));
    }
    return statuses;
  }

  /**
   * Sets what the operator says of a ride.
   *
   * @return whether there is such a ride
   */
  boolean setStatus(int ride, OperatorStatus status) throws DatabaseException {
    return explained(
        () -> {
          try (PreparedStatement update =
              writer.prepareStatement("UPDATE ride SET status = ? WHERE id = ?")) {
            update.setString(1, status.name());
            update.setInt(2, ride);
            return update.executeUpdate() == 1;
          }
        });
  }

  @Override
  public void close() throws DatabaseException {
    explained(
        () -> {
          try (writer;
              reader) {
            return null;
          }
        });
  }

  private <T> List<T> select(String sql, Row<T> row) throws SQLException {
    return rows(writer, sql, row);
  }

  private static <T> List<T> rows(Connection connection, String sql, Row<T> row)
      throws SQLException {
    List<T> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        values.add(row.read(result));
      }
    } catch (IllegalArgumentException e) {
      throw new SQLException("it holds a ride that cannot be: " + e.getMessage(), e);
    }
    return values;
  }

  private void transaction(Change change) throws DatabaseException {
    explained(
        () -> {
          writer.setAutoCommit(false);
          try {
            change.run();
            writer.commit();
          } catch (SQLException e) {
            writer.rollback();
            throw e;
          } finally {
            writer.setAutoCommit(true);
          }
          return null;
        });
  }

  private <T> T explained(Query<T> query) throws DatabaseException {
    try {
      return query.run();
    } catch (SQLException e) {
      throw Database.explain(file, e);
    }
  }

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Query<T> {
    T run() throws SQLException;
  }

  @FunctionalInterface
  private interface Change {
    void run() throws SQLException;
  }
}
