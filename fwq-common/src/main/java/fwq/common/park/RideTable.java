package fwq.common.park;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which rides are in which park: the four of a first start, or those of an operator's CSV file.
 *
 * @param everywhere the rides that are in every park
 * @param own the rides of single parks, by the park's number; empty where {@code everywhere} is not
 */
public record RideTable(List<Ride> everywhere, SortedMap<Integer, List<Ride>> own) {
  /** What a rides file begins with whose rides are in every park. */
  public static final String HEADER = "id,key,name,position,cycle_minutes,capacity";

  /** What a rides file begins with that says of each ride which park it is in. */
  public static final String HEADER_WITH_PARK = HEADER + ",park";

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

  /**
   * Reads the lines of a rides file.
   *
   * @throws IllegalArgumentException with a sentence that names the line and shows a good one
   */
  public static RideTable parse(List<String> lines) {
    String header = lines.isEmpty() ? "" : lines.getFirst().strip();
    boolean withPark = header.equals(HEADER_WITH_PARK);
    if (!withPark && !header.equals(HEADER)) {
      throw new IllegalArgumentException(
          "a rides file begins with the line "
              + HEADER
              + ", or "
              + HEADER_WITH_PARK
              + " where rides differ from park to park");
    }
    SortedMap<Integer, List<Ride>> byPark = new TreeMap<>();
    for (int number = 2; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (!line.isEmpty()) {
        add(byPark, new Line(number, line, withPark));
      }
    }
    if (byPark.isEmpty()) {
      throw new IllegalArgumentException(
          "a park has 1 to " + Ride.RIDES_MAX + " rides, this file has 0");
    }
    return withPark ? new RideTable(List.of(), byPark) : everywhere(byPark.get(0));
  }

  private static void add(Map<Integer, List<Ride>> byPark, Line line) {
    Ride ride = line.ride();
    List<Ride> rides = byPark.computeIfAbsent(line.park(), _ -> new ArrayList<>());
    for (Ride other : rides) {
      if (other.id() == ride.id() || other.key().equals(ride.key())) {
        throw line.wrong("there is another ride with this id or key in this park");
      }
    }
    if (rides.size() == Ride.RIDES_MAX) {
      throw line.wrong("a park has 1 to " + Ride.RIDES_MAX + " rides, and this is one more");
    }
    rides.add(ride);
  }

  private static List<Ride> checked(List<Ride> rides) {
    if (rides.size() > Ride.RIDES_MAX) {
      throw new IllegalArgumentException("a park has at most " + Ride.RIDES_MAX + " rides");
    }
    return List.copyOf(rides);
  }

  /** One line of a file, counted from 1. */
  private record Line(int number, String text, boolean withPark) {
    Ride ride() {
      String[] fields = fields();
      try {
        return new Ride(
            number(fields[0]),
            fields[1].strip(),
            fields[2].strip(),
            Position.ofCell(number(fields[3])),
            number(fields[4]),
            number(fields[5]));
      } catch (IllegalArgumentException e) {
        throw wrong(e.getMessage());
      }
    }

    int park() {
      try {
        return withPark ? ParkNumber.check(number(fields()[6])) : 0;
      } catch (IllegalArgumentException e) {
        throw wrong(e.getMessage());
      }
    }

    private String[] fields() {
      String[] fields = text.split(",", -1);
      int expected = withPark ? 7 : 6;
      if (fields.length != expected) {
        throw wrong(expected + " fields expected, got " + fields.length);
      }
      return fields;
    }

    private static int number(String field) {
      try {
        return Integer.parseInt(field.strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("a number was expected, got '" + field.strip() + "'", e);
      }
    }

    IllegalArgumentException wrong(String sentence) {
      return new IllegalArgumentException(
          "line "
              + number
              + ": "
              + sentence
              + "; a good line is 0,carousel,Carousel,21,10,20"
              + (withPark ? ",0" : ""));
    }
  }
}
