package fwq.common.park;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which rides are in which park: the four of a first start, or those of an operator's CSV file.
 *
 * @param everywhere the rides that are in every park
 * @param own the rides of single parks, by the park's number; empty where {@code everywhere} is not
 */
public record RideTable(List<Ride> everywhere, SortedMap<Integer, List<Ride>> own) {
  /** The rides of a park that was given no file. */
  public static final List<Ride> DEFAULT =
      List.of(
          new Ride(0, "carousel", "Carousel", Position.ofCell(21), 10, 20),
          new Ride(1, "ferris_wheel", "Ferris Wheel", Position.ofCell(58), 20, 20),
          new Ride(2, "roller_coaster", "Roller Coaster", Position.ofCell(158), 10, 20),
          new Ride(3, "river_rapids", "River Rapids", Position.ofCell(250), 15, 18));

  /** Refuses parks with more rides than a park can have. */
  public RideTable {
    everywhere = checked(everywhere);
    SortedMap<Integer, List<Ride>> copy = new TreeMap<>();
    own.forEach((park, rides) -> copy.put(ParkNumber.check(park), checked(rides)));
    own = Collections.unmodifiableSortedMap(copy);
  }

  /** The same rides in every park. */
  public static RideTable everywhere(List<Ride> rides) {
    return new RideTable(rides, new TreeMap<>());
  }

  /** The rides of one park; none where the file has none for it. */
  public List<Ride> of(int park) {
    return own.getOrDefault(park, everywhere);
  }

  /**
   * The rides of each park that has any.
   *
   * @param parks the number of parks for rides that are in every park, which are those from 0 on
   */
  public SortedMap<Integer, List<Ride>> byPark(int parks) {
    SortedMap<Integer, List<Ride>> byPark = new TreeMap<>(own);
    if (!everywhere.isEmpty()) {
      for (int park = 0; park < parks; park++) {
        byPark.put(park, everywhere);
      }
    }
    return byPark;
  }

  private static List<Ride> checked(List<Ride> rides) {
    if (rides.size() > Ride.RIDES_MAX) {
      throw new IllegalArgumentException("a park has at most " + Ride.RIDES_MAX + " rides");
    }
    return List.copyOf(rides);
  }
}
