package fwq.common.park;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The list of a park's rides: the four of a first start, or those of an operator's CSV file. */
public final class RideTable {
  /** What a rides file must begin with. */
  public static final String HEADER = "id,key,name,position,cycle_minutes,capacity";

  /** The rides of a park that was given no file. */
  public static final List<Ride> DEFAULT =
      List.of(
          new Ride(0, "carousel", "Carousel", Position.ofCell(21), 10, 20),
          new Ride(1, "ferris_wheel", "Ferris Wheel", Position.ofCell(58), 20, 20),
          new Ride(2, "roller_coaster", "Roller Coaster", Position.ofCell(158), 10, 20),
          new Ride(3, "river_rapids", "River Rapids", Position.ofCell(250), 15, 18));

  private RideTable() {}

  /**
   * Reads the lines of a rides file.
   *
   * @throws IllegalArgumentException with a sentence that names the line and shows a good one
   */
  public static List<Ride> parse(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
      throw new IllegalArgumentException("a rides file begins with the line " + HEADER);
    }
    List<Ride> rides = new ArrayList<>();
    Set<Integer> ids = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (int number = 2; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.isEmpty()) {
        continue;
      }
      Ride ride = parse(line, number);
      if (!ids.add(ride.id()) || !keys.add(ride.key())) {
        throw new IllegalArgumentException(
            "line " + number + ": there is another ride with this id or key: " + line);
      }
      rides.add(ride);
    }
    if (rides.isEmpty() || rides.size() > Ride.RIDES_MAX) {
      throw new IllegalArgumentException(
          "a park has 1 to " + Ride.RIDES_MAX + " rides, this file has " + rides.size());
    }
    return List.copyOf(rides);
  }

  private static Ride parse(String line, int number) {
    String[] fields = line.split(",", -1);
    try {
      if (fields.length != 6) {
        throw new IllegalArgumentException("6 fields expected, got " + fields.length);
      }
      return new Ride(
          Integer.parseInt(fields[0].strip()),
          fields[1].strip(),
          fields[2].strip(),
          Position.ofCell(Integer.parseInt(fields[3].strip())),
          Integer.parseInt(fields[4].strip()),
          Integer.parseInt(fields[5].strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "line " + number + ": a number was expected; a good line is " + example(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "line " + number + ": " + e.getMessage() + "; a good line is " + example(), e);
    }
  }

  private static String example() {
    return "0,carousel,Carousel,21,10,20";
  }
}
