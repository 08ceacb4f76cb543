package fwq.common.park;

import java.util.Optional;

/**
 * A cell of the park, which is a torus: east joins west and north joins south.
 *
 * @param row 0..19, growing southward
 * @param column 0..19, growing eastward
 */
public record Position(int row, int column) {
  /** Rows of the park, and columns. */
  public static final int SIDE = 20;

  /** Cells of the park. */
  public static final int CELLS = SIDE * SIDE;

  /** Where guests come in. */
  public static final Position GATE = new Position(0, 0);

  /** Refuses a row or column outside 0..19. */
  public Position {
    if (row < 0 || row >= SIDE || column < 0 || column >= SIDE) {
      throw new IllegalArgumentException(
          "a position has a row and a column from 0 to 19, got row " + row + ", column " + column);
    }
  }

  /**
   * The position with this number on the wire.
   *
   * @param cell {@code row * 20 + column}, 0..399
   */
  public static Position ofCell(int cell) {
    if (cell < 0 || cell >= CELLS) {
      throw new IllegalArgumentException("a position is a number from 0 to 399, got " + cell);
    }
    return new Position(cell / SIDE, cell % SIDE);
  }

  /** This position's number on the wire, 0..399. */
  public int cell() {
    return row * SIDE + column;
  }

  /** The neighbour in that direction, across an edge if need be. */
  public Position step(Direction direction) {
    return new Position(
        Math.floorMod(row + direction.rows(), SIDE),
        Math.floorMod(column + direction.columns(), SIDE));
  }

  /** The fewest steps from here to there, 0..10: diagonal steps count as one. */
  public int distance(Position there) {
    return Math.max(Math.abs(shortWay(row, there.row)), Math.abs(shortWay(column, there.column)));
  }

  /** The first step of a shortest way from here to there, or nothing when already there. */
  public Optional<Direction> toward(Position there) {
    int rows = Integer.signum(shortWay(row, there.row));
    int columns = Integer.signum(shortWay(column, there.column));
    for (Direction direction : Direction.values()) {
      if (direction.rows() == rows && direction.columns() == columns) {
        return Optional.of(direction);
      }
    }
    return Optional.empty();
  }

  /** The signed shorter way round, -9..10. */
  private static int shortWay(int from, int to) {
    int way = Math.floorMod(to - from, SIDE);
    return way > SIDE / 2 ? way - SIDE : way;
  }
}
