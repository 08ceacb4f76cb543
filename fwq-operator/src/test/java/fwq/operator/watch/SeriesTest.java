package fwq.operator.watch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final int NONE = Series.NONE;

  private final Series history = new Series();

  @Test
  void nothingIsKnownAtFirst() {
    assertEquals(0, history.age(5_000));
    assertArrayEquals(new int[] {NONE, NONE, NONE}, history.steps(5_000, 3, 1));
    assertEquals(NONE, history.highest(5_000, 3, 1));
  }

  @Test
  void everySecondHasItsHighestValueAndZeroIsOne() {
    history.add(10_000, 0);
    history.add(11_100, 4);
    history.add(11_200, 9);
    history.add(11_300, 5);
    assertArrayEquals(new int[] {NONE, 0, 9, NONE}, history.steps(12_000, 4, 1));
    assertEquals(9, history.highest(12_000, 4, 1));
    assertEquals(3, history.age(12_000));
  }

  @Test
  void secondsBetweenTwoFramesOfAQuietParkAreFilledAndAnAbsenceIsNot() {
    history.add(10_000, 7);
    history.add(13_000, 8);
    assertArrayEquals(new int[] {7, 7, 7, 8}, history.steps(13_000, 4, 1));
    history.add(17_000, 9);
    assertArrayEquals(new int[] {8, NONE, NONE, NONE, 9}, history.steps(17_000, 5, 1));
  }

  @Test
  void stepsBeginAtMultiplesOfTheirLengthSoThatBarsDoNotFlicker() {
    for (int second = 0; second < 30; second++) {
      history.add(second * 1_000L, second);
    }
    assertArrayEquals(new int[] {19, 29}, history.steps(29_000, 2, 10));
    assertArrayEquals(new int[] {19, 29, NONE}, history.steps(30_000, 3, 10));
  }

  @Test
  void tenMinutesAreKeptAndNoMore() {
    for (int second = 0; second < 2 * Series.SECONDS_MAX; second++) {
      history.add(second * 1_000L, 1 + second);
    }
    long now = 1_000L * (2 * Series.SECONDS_MAX - 1);
    assertEquals(Series.SECONDS_MAX, history.age(now));
    int[] all = history.steps(now, Series.SECONDS_MAX + 2, 1);
    assertArrayEquals(
        new int[] {NONE, NONE, Series.SECONDS_MAX + 1}, new int[] {all[0], all[1], all[2]});
  }

  @Test
  void longAbsenceLeavesNothingOfTheTimeBefore() {
    history.add(0, 5);
    history.add(3_600_000, 6);
    int[] all = history.steps(3_600_000, Series.SECONDS_MAX, 1);
    assertEquals(6, all[Series.SECONDS_MAX - 1]);
    assertEquals(6, Arrays.stream(all).filter(it -> it != NONE).sum());
  }

  @Test
  void valuesOfAClockThatWasSetBackArePassedOver() {
    history.add(10_000, 5);
    history.add(4_000, 99);
    assertArrayEquals(new int[] {NONE, 5}, history.steps(10_000, 2, 1));
  }
}
