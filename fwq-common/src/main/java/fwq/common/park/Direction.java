package fwq.common.park;

/** One of the eight ways to take a step. Rows grow southward, columns eastward. */
public enum Direction {
  NORTH(-1, 0),
  NORTH_EAST(-1, 1),
  EAST(0, 1),
  SOUTH_EAST(1, 1),
  SOUTH(1, 0),
  SOUTH_WEST(1, -1),
  WEST(0, -1),
  NORTH_WEST(-1, -1);

  private final int rows;
  private final int columns;

  Direction(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Rows to add: -1, 0 or 1. */
  public int rows() {
    return rows;
  }

  /** Columns to add: -1, 0 or 1. */
  public int columns() {
    return columns;
  }
}
