package fwq.waitingtime;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.kit.sqlite.DatabaseException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rides of all parks, their last readings, and how far the topic of readings has been read. One
 * thread writes; any may ask for the operator's statuses.
 */
public final class Rides implements AutoCloseable {
  /** The file's name in the data folder. */
  public static final String FILE = "rides.db";

  private final RidesFile writer;
  private final RidesFile reader;

  private Rides(RidesFile writer, RidesFile reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /** Opens the file, or makes it without any ride. */
  public static Rides open(Path file) throws DatabaseException {
    RidesFile writer = new RidesFile(file);
    try {
      return new Rides(writer, new RidesFile(file));
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
            writer.rows(
                "SELECT park, id FROM ride", row -> new ParkRide(row.getInt(1), row.getInt(2))));
    byPark.forEach((park, rides) -> rides.forEach(it -> gone.remove(new ParkRide(park, it.id()))));
    writer.transaction(
        () -> {
          for (Map.Entry<Integer, List<Ride>> park : byPark.entrySet()) {
            put(park.getKey(), park.getValue());
          }
          for (ParkRide ride : gone) {
            writer.update("DELETE FROM ride WHERE park = ? AND id = ?", ride.park(), ride.ride());
          }
        });
  }

  private void put(int park, List<Ride> rides) throws DatabaseException {
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
    writer.rows(
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
    writer.rows(
        "SELECT park, id, queue, read_at FROM ride WHERE read_at IS NOT NULL",
        row ->
            readings.put(
                new ParkRide(row.getInt(1), row.getInt(2)),
                new LastReading(row.getInt(3), row.getLong(4))));
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
  void store(Map<ParkRide, LastReading> changed, Map<Integer, Long> nextOffsets)
      throws DatabaseException {
    writer.transaction(
        () -> {
          for (Map.Entry<ParkRide, LastReading> entry : changed.entrySet()) {
            writer.update(
                "UPDATE ride SET queue = ?, read_at = ? WHERE park = ? AND id = ?",
                entry.getValue().people(),
                entry.getValue().at(),
                entry.getKey().park(),
                entry.getKey().ride());
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

  /** What the operator says of each ride of a park, as of now, by rising id. For any thread. */
  Map<Integer, OperatorStatus> statuses(int park) throws DatabaseException {
    Map<Integer, OperatorStatus> statuses = new LinkedHashMap<>();
    synchronized (reader) {
      reader.rows(
          "SELECT id, status FROM ride WHERE park = ? ORDER BY id",
          row -> statuses.put(row.getInt(1), OperatorStatus.valueOf(row.getString(2))),
          park);
    }
    return statuses;
  }

  /**
   * Sets what the operator says of a ride.
   *
   * @return whether there is such a ride
   */
  boolean setStatus(ParkRide ride, OperatorStatus status) throws DatabaseException {
    return writer.update(
            "UPDATE ride SET status = ? WHERE park = ? AND id = ?",
            status.name(),
            ride.park(),
            ride.ride())
        == 1;
  }

  @Override
  public void close() throws DatabaseException {
    try (writer;
        reader) {
      // Both, in whatever state the other is.
    }
  }
}
