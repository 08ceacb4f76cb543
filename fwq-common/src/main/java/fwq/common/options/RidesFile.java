package fwq.common.options;

import fwq.common.park.ParkNumber;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideTable;
import fwq.kit.file.Csv;
import fwq.kit.text.Escape;
import fwq.kit.text.Normal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An operator's file of rides. */
public final class RidesFile {
  /** Its columns; one more, {@code park}, where rides differ from park to park. */
  public static final List<String> COLUMNS =
      List.of("id", "key", "name", "position", "cycle_minutes", "capacity");

  private static final String PARK = "park";
  private static final int MESSAGE_CHARS_MAX = 300;

  private RidesFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException with a sentence, when it cannot be read
   * @throws IllegalArgumentException with a sentence that names the line and shows a good one
   */
  public static RideTable read(Path file) throws IOException {
    return table(Csv.read(file, "a rides file", COLUMNS));
  }

  static RideTable table(List<Csv.Row> rows) {
    SortedMap<Integer, List<Ride>> byPark = new TreeMap<>();
    boolean withPark = !rows.isEmpty() && rows.getFirst().columns().contains(PARK);
    for (Csv.Row row : rows) {
      try {
        add(byPark, withPark ? ParkNumber.check(row.number(PARK)) : 0, ride(row));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "line "
                + row.line()
                + ": "
                + Escape.of(e.getMessage(), MESSAGE_CHARS_MAX)
                + "; a good line is 0,carousel,Carousel,21,10,20"
                + (withPark ? ",0" : ""),
            e);
      }
    }
    if (byPark.isEmpty()) {
      throw new IllegalArgumentException(
          "a park has 1 to " + Ride.RIDES_MAX + " rides, this file has 0");
    }
    return withPark
        ? new RideTable(List.of(), byPark)
        : RideTable.everywhere(byPark.values().iterator().next());
  }

  private static Ride ride(Csv.Row row) {
    return new Ride(
        row.number("id"),
        row.text("key"),
        Normal.composed(row.text("name")),
        Position.ofCell(row.number("position")),
        row.number("cycle_minutes"),
        row.number("capacity"));
  }

  private static void add(SortedMap<Integer, List<Ride>> byPark, int park, Ride ride) {
    List<Ride> rides = byPark.computeIfAbsent(park, _ -> new ArrayList<>());
    for (Ride other : rides) {
      if (other.id() == ride.id() || other.key().equals(ride.key())) {
        throw new IllegalArgumentException(
            "there is another ride with this id or key in this park");
      }
      if (other.position().equals(ride.position())) {
        throw new IllegalArgumentException(
            other.name() + " is at position " + ride.position().cell() + " already");
      }
    }
    if (rides.size() == Ride.RIDES_MAX) {
      throw new IllegalArgumentException(
          "a park has 1 to " + Ride.RIDES_MAX + " rides, and this is one more");
    }
    rides.add(ride);
  }
}
