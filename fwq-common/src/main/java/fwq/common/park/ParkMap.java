package fwq.common.park;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole picture of a park at one moment; never a difference to an earlier one. Its size has a
 * bound whatever the crowd: 400 cells, the rides, and names only while few are inside.
 *
 * @param inside guests in the park
 * @param capacity guests it can hold
 * @param rides every ride
 * @param cells how many guests stand where; only cells with someone, by rising cell
 * @param visitors who stands where, of those who want to be named; empty when more than {@value
 *     #NAMES_MAX} are inside
 * @param carts food carts; nothing where nobody knows
 * @param sign what the sign at the gate says
 */
public record ParkMap(
    int inside,
    int capacity,
    List<RideStatus> rides,
    List<Headcount> cells,
    List<Whereabouts> visitors,
    Optional<FoodCarts> carts,
    ParkSign sign) {
  /** Names are shown while at most so many guests are inside. */
  public static final int NAMES_MAX = 200;

  /** A map of nothing. */
  public static final ParkMap EMPTY = new ParkMap(0, 0, List.of(), List.of(), List.of());

  /** A picture of an open park without carts. */
  public ParkMap(
      int inside,
      int capacity,
      List<RideStatus> rides,
      List<Headcount> cells,
      List<Whereabouts> visitors) {
    this(inside, capacity, rides, cells, visitors, Optional.empty(), ParkSign.OPEN);
  }

  /** Refuses pictures larger than the park. */
  public ParkMap {
    rides = List.copyOf(rides);
    cells = List.copyOf(cells);
    visitors = List.copyOf(visitors);
    Objects.requireNonNull(carts, "carts");
    Objects.requireNonNull(sign, "sign");
    if (inside < 0 || capacity < 0 || cells.size() > Position.CELLS) {
      throw new IllegalArgumentException("a map counts from 0 and has at most 400 cells");
    }
    if (visitors.size() > NAMES_MAX || rides.size() > Ride.RIDES_MAX) {
      throw new IllegalArgumentException("a map has at most 200 names and 40 rides");
    }
  }

  /** The same picture with these carts. */
  public ParkMap with(Optional<FoodCarts> others) {
    return new ParkMap(inside, capacity, rides, cells, visitors, others, sign);
  }

  /** The same picture with this sign. */
  public ParkMap with(ParkSign other) {
    return new ParkMap(inside, capacity, rides, cells, visitors, carts, other);
  }

  /**
   * Guests in one cell.
   *
   * @param position where
   * @param count how many, at least 1
   */
  public record Headcount(Position position, int count) {
    /** Refuses an empty cell. */
    public Headcount {
      Objects.requireNonNull(position, "position");
      if (count < 1) {
        throw new IllegalArgumentException("a cell of the map has at least 1 guest, got " + count);
      }
    }
  }

  /**
   * One guest's place.
   *
   * @param name what the guest is shown as; several may have the same
   * @param position where
   */
  public record Whereabouts(String name, Position position) {
    public Whereabouts {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(position, "position");
    }
  }
}
