package fwq.trials.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static Figure figure(Goal goal, double value, double beside) {
    return new Figure(
        "engine",
        "engine",
        "ms",
        new Samples(List.of(value)),
        Optional.of(new Figure.Beside("hop", new Samples(List.of(beside)))),
        goal);
  }

  @Test
  void medianIsTheMiddleOneOrTheMeanOfTheMiddleTwo() {
    assertEquals(2, new Samples(List.of(9.0, 1.0, 2.0)).median());
    assertEquals(3, new Samples(List.of(9.0, 1.0, 2.0, 4.0)).median());
  }

  @Test
  void noSamplesAreNoFigure() {
    assertThrows(IllegalArgumentException.class, () -> new Samples(List.of()));
  }

  @Test
  void figureIsHeldAgainstItsRival() {
    assertEquals("reached", figure(new Goal.AtLeastTimes(0.5), 50, 100).verdict());
    assertEquals("short by 20 %", figure(new Goal.AtLeastTimes(0.5), 40, 100).verdict());
  }

  @Test
  void figureIsHeldAgainstALimit() {
    assertEquals("reached", figure(new Goal.AtMost(8), 8, 1).verdict());
    assertEquals("over by 25 %", figure(new Goal.AtMost(8), 10, 1).verdict());
  }

  @Test
  void limitCanGrowWithTheRival() {
    Goal goal = new Goal.AtMostAndTimes(50, 2);
    assertEquals("at most 50 + 2 times", goal.text());
    assertEquals("reached", figure(goal, 70, 10).verdict());
    assertEquals("over by 10 %", figure(goal, 77, 10).verdict());
  }

  @Test
  void tableHasALineForEachSide() {
    assertEquals(
        """
                                                                 median        min        max  ratio  wanted
        engine
          engine, ms                                              40.00      40.00      40.00   0.40  at least 0.50 times: short by 20 %
          beside: hop                                               100        100        100
        """,
        Table.of(List.of(figure(new Goal.AtLeastTimes(0.5), 40, 100))));
  }
}
