package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The torus, cell by cell: it is small enough to try every pair. */
final class PositionTest {
  private static final List<Position> ALL =
      IntStream.range(0, Position.CELLS).mapToObj(Position::ofCell).toList();

  @Test
  void everyCellIsOnePositionAndCellZeroIsTheGate() {
    assertEquals(400, new HashSet<>(ALL).size());
    for (int cell = 0; cell < Position.CELLS; cell++) {
      assertEquals(cell, ALL.get(cell).cell());
    }
    assertEquals(Position.GATE, Position.ofCell(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 400, 401, 420, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void cellOutsideThePark(int cell) {
    assertThrows(IllegalArgumentException.class, () -> Position.ofCell(cell));
  }

  @ParameterizedTest
  @CsvSource({"-1,0", "20,0", "0,-1", "0,20"})
  void rowOrColumnOutsideThePark(int row, int column) {
    assertThrows(IllegalArgumentException.class, () -> new Position(row, column));
  }

  @ParameterizedTest
  @CsvSource({
    "0,NORTH,380", "0,SOUTH,20", "0,WEST,19", "0,EAST,1", "0,NORTH_WEST,399", "0,NORTH_EAST,381",
    "0,SOUTH_WEST,39", "0,SOUTH_EAST,21", "19,EAST,0", "39,EAST,20", "20,WEST,39", "380,SOUTH,0",
    "399,SOUTH_EAST,0", "399,EAST,380", "380,WEST,399", "210,NORTH,190"
  })
  void stepGoesAcrossTheEdgesAndNeverToAnotherRowByItself(int from, Direction way, int to) {
    assertEquals(Position.ofCell(to), Position.ofCell(from).step(way));
  }

  @Test
  void everyCellHasEightNeighboursAtDistanceOneAndStepsLeadBack() {
    for (Position from : ALL) {
      Set<Position> neighbours = new HashSet<>();
      for (Direction way : Direction.values()) {
        Position to = from.step(way);
        neighbours.add(to);
        assertEquals(1, from.distance(to));
        assertTrue(Arrays.stream(Direction.values()).anyMatch(back -> to.step(back).equals(from)));
      }
      assertEquals(8, neighbours.size());
    }
  }

  @Test
  void distanceIsThatOfABreadthFirstWalkForEveryPair() {
    for (Position from : ALL) {
      int[] steps = walk(from);
      for (Position to : ALL) {
        assertEquals(steps[to.cell()], from.distance(to), () -> from + " to " + to);
        assertEquals(from.distance(to), to.distance(from));
      }
    }
  }

  @Test
  void followingTheWayTakesExactlyTheDistanceForEveryPair() {
    for (Position from : ALL) {
      for (Position to : ALL) {
        Position at = from;
        for (int left = from.distance(to); left > 0; left--) {
          assertEquals(left, at.distance(to));
          at = at.step(at.toward(to).orElseThrow());
        }
        assertEquals(to, at);
        assertEquals(Optional.empty(), at.toward(to));
      }
    }
  }

  private static int[] walk(Position from) {
    int[] steps = new int[Position.CELLS];
    Arrays.fill(steps, -1);
    steps[from.cell()] = 0;
    int[] queue = new int[Position.CELLS];
    queue[0] = from.cell();
    int end = 1;
    for (int next = 0; next < end; next++) {
      for (Direction way : Direction.values()) {
        int to = Position.ofCell(queue[next]).step(way).cell();
        if (steps[to] < 0) {
          steps[to] = steps[queue[next]] + 1;
          queue[end++] = to;
        }
      }
    }
    return steps;
  }
}
