package fwq.waitingtime;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.sqlite.DatabaseException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The park's rides, their last readings, and how far the topic of readings has been read. One
 * thread writes; any may ask for the operator's statuses.
 */
final class Rides implements AutoCloseable {
  /** The file's name in the data folder. */
  static final String FILE = "rides.db";

  private final RidesFile writer;
  private final RidesFile reader;

  private Rides(RidesFile writer, RidesFile reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /** Opens the file, or makes it without any ride. */
  static Rides open(Path file) throws DatabaseException {
    RidesFile writer = new RidesFile(file);
    try {
      return new Rides(writer, new RidesFile(file));
    } catch (DatabaseException e) {
      writer.close();
      throw e;
    }
  }

  /** Makes these the park's rides: others go, and those that stay keep reading and status. */
  void replace(List<Ride> rides) throws DatabaseException {
    List<Integer> kept = rides.stream().map(Ride::id).toList();
    List<Integer> before = writer.rows("SELECT id FROM ride", row -> row.getInt(1));
    writer.transaction(
        () -> {
          for (Ride ride : rides) {
            writer.update(
                """
                INSERT INTO ride (id, key, name, position, cycle_minutes, capacity)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET key = excluded.key, name = excluded.name,
                  position = excluded.position, cycle_minutes = excluded.cycle_minutes,
                  capacity = excluded.capacity
                """,
                ride.id(),
                ride.key(),
                ride.name(),
                ride.position().cell(),
                ride.cycleMinutes(),
                ride.capacity());
          }
          for (int id : before) {
            if (!kept.contains(id)) {
              writer.update("DELETE FROM ride WHERE id = ?", id);
            }
          }
        });
  }

  /** Every ride, by rising id. */
  List<Ride> all() throws DatabaseException {
    return writer.rows(
        "SELECT id, key, name, position, cycle_minutes, capacity FROM ride ORDER BY id",
        row ->
            new Ride(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                Position.ofCell(row.getInt(4)),
                row.getInt(5),
                row.getInt(6)));
  }

  /** The last reading of each ride that ever had one. */
  Map<Integer, LastReading> readings() throws DatabaseException {
    Map<Integer, LastReading> readings = new HashMap<>();
    writer.rows(
        "SELECT id, queue, read_at FROM ride WHERE read_at IS NOT NULL",
        row -> readings.put(row.getInt(1), new LastReading(row.getInt(2), row.getLong(3))));
    return readings;
  }

  /** The first offset not yet read, by partition; nothing for partitions never read. */
  Map<Integer, Long> nextOffsets() throws DatabaseException {
    Map<Integer, Long> offsets = new HashMap<>();
    writer.rows(
        "SELECT partition, next_offset FROM feed_offset",
        row -> offsets.put(row.getInt(1), row.getLong(2)));
    return offsets;
  }

  /** Keeps readings together with how far the topic was read to get them: both or neither. */
  void store(Map<Integer, LastReading> changed, Map<Integer, Long> nextOffsets)
      throws DatabaseException {
    writer.transaction(
        () -> {
          for (Map.Entry<Integer, LastReading> entry : changed.entrySet()) {
            writer.update(
                "UPDATE ride SET queue = ?, read_at = ? WHERE id = ?",
                entry.getValue().people(),
                entry.getValue().at(),
                entry.getKey());
          }
          for (Map.Entry<Integer, Long> entry : nextOffsets.entrySet()) {
            writer.update(
                """
                INSERT INTO feed_offset (partition, next_offset) VALUES (?, ?)
                ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset
                """,
                entry.getKey(),
                entry.getValue());
          }
        });
  }

  /** What the operator says of each ride, as of now, by rising id. For any thread. */
  Map<Integer, OperatorStatus> statuses() throws DatabaseException {
    Map<Integer, OperatorStatus> statuses = new LinkedHashMap<>();
    synchronized (reader) {
      reader.rows(
          "SELECT id, status FROM ride ORDER BY id",
          row -> statuses.put(row.getInt(1), OperatorStatus.valueOf(row.getString(2))));
    }
    return statuses;
  }

  /**
   * Sets what the operator says of a ride.
   *
   * @return whether there is such a ride
   */
  boolean setStatus(int ride, OperatorStatus status) throws DatabaseException {
    return writer.update("UPDATE ride SET status = ? WHERE id = ?", status.name(), ride) == 1;
  }

  @Override
  public void close() throws DatabaseException {
    try (writer;
        reader) {
      // Both, in whatever state the other is.
    }
  }
}
