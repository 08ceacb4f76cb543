package fwq.operator.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparklineTest {
  @Test
  void barsRiseFromNothingToFull() {
    int[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    assertEquals("▁▂▃▄▅▆▇██", Sparkline.of(values, 8));
  }

  @Test
  void unknownIsAGapAndNeverAZero() {
    assertEquals("▁ ▁", Sparkline.of(new int[] {0, Series.NONE, 0}, 8));
  }

  @Test
  void whatIsMoreThanFullIsFullAndAParkWithoutCapacityIsNoFault() {
    assertEquals("█", Sparkline.of(new int[] {1_000}, 60));
    assertEquals("▁█", Sparkline.of(new int[] {0, 1}, 0));
    assertEquals("█", Sparkline.of(new int[] {Integer.MAX_VALUE}, Integer.MAX_VALUE));
  }

  private static String inItsRange(int... values) {
    return Sparkline.within(Sparkline.Range.of(values), values);
  }

  @Test
  void fewGuestsOfALargeParkStillRiseAndFall() {
    assertEquals("▁▅█▅", inItsRange(990, 991, 992, 991));
    assertEquals("▁ █", inItsRange(0, Series.NONE, 3));
  }

  @Test
  void whatDoesNotChangeIsALevelLine() {
    assertEquals("▅▅▅", inItsRange(7, 7, 7));
    assertEquals("▁▁", inItsRange(0, 0));
    assertEquals("  ", inItsRange(Series.NONE, Series.NONE));
    assertEquals("▅", inItsRange(Integer.MAX_VALUE));
  }

  @Test
  void rangeIsSaidInNumbers() {
    assertEquals("990-1,204", Sparkline.Range.of(new int[] {990, Series.NONE, 1_204}).words());
    assertEquals("7", Sparkline.Range.of(new int[] {7, 7}).words());
    assertEquals("", Sparkline.Range.of(new int[] {Series.NONE}).words());
  }

  @ParameterizedTest
  @CsvSource({"0,14,1", "14,14,1", "15,14,2", "600,40,15", "600,14,60", "600,1,60"})
  void stepIsTheShortestWithWhichAllFits(int seconds, int columns, int step) {
    assertEquals(step, Sparkline.step(seconds, columns));
  }

  @ParameterizedTest
  @CsvSource({
    "-5,0.0 s",
    "340,0.3 s",
    "9999,9.9 s",
    "10000,10 s",
    "119999,119 s",
    "120000,2 min",
    "3600000,1 h 0 min",
    "7800000,2 h 10 min"
  })
  void spansAreInWords(long millis, String words) {
    assertEquals(words, Span.of(millis));
  }
}
