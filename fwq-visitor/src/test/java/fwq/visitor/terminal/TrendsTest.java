package fwq.visitor.terminal;

import static fwq.visitor.terminal.Samples.open;
import static fwq.visitor.terminal.Samples.park;
import static fwq.visitor.terminal.Samples.without;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.RideState;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendsTest {
  private final Trends trends = new Trends();

  private void see(long second, int wait) {
    trends.saw(park(List.of(), List.of(), open(0, 0, wait)), 1_000 * second);
  }

  @Test
  void waitThatRoseInTheLastMinutesRises() {
    see(0, 10);
    see(60, 20);
    assertEquals(Trends.Trend.RISING, trends.of(open(0, 0, 20)));
    assertEquals(Trends.Trend.FALLING, trends.of(open(0, 0, 5)));
  }

  @Test
  void oneMinuteMoreOrLessIsChance() {
    see(0, 10);
    assertEquals(Trends.Trend.STEADY, trends.of(open(0, 0, 11)));
    assertEquals(Trends.Trend.STEADY, trends.of(open(1, 0, 11)));
  }

  @Test
  void whatIsLongAgoCountsNoMore() {
    see(0, 60);
    see(100, 20);
    see(200, 20);
    assertEquals(Trends.Trend.STEADY, trends.of(open(0, 0, 20)));
  }

  @Test
  void rideThatHadNoWaitBeginsAnew() {
    see(0, 60);
    trends.saw(park(List.of(), List.of(), without(0, RideState.DOWN)), 10_000);
    see(20, 10);
    assertEquals(Trends.Trend.STEADY, trends.of(open(0, 0, 10)));
  }

  @Test
  void waitsOfTheLastMinutesAreKnown() {
    see(0, 60);
    see(100, 20);
    see(200, 25);
    assertEquals(List.of(20, 25), trends.waits(open(0, 0, 25)));
    assertEquals(List.of(), trends.waits(open(1, 0, 25)));
  }
}
